import { type Typed, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import type { Network } from '../../queries.ts'
import type { ExchangeKind } from '../../tables.ts'
import { textsOf } from '../../texts.ts'
import { inGroups } from '../fingerprint-text.ts'
import { exchangeKinds } from '../format.ts'
import type { Subscription } from '../queries.ts'
import { OfficeSubscription } from './office-subscription.tsx'

export interface OfficeExchangePageProps {
  l: Locale
  offers: ExchangeKind[]
  fingerprint: string | null
  subscriptions: Subscription[]
  networks: Network[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** What we offer and what we fetch, with everything that can go wrong told. */
export function OfficeExchangePage(props: OfficeExchangePageProps) {
  const { l, subscriptions, errors, done } = props
  const texts = officeTextsOf(l)
  const t = texts.exchange
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, sentencesOf(l))} />
      <Done text={done && texts.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.office), label: texts.office.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="hamtar">
        <h2 id="hamtar">{t.subscriptions}</h2>
        {subscriptions.length === 0 && <p>{t.none}</p>}
        {subscriptions.map((subscription) => (
          <OfficeSubscription
            key={subscription.id}
            l={l}
            subscription={subscription}
            error={errors[`nyckel-${subscription.id}`]}
          />
        ))}
      </section>
      <Subscribe {...props} />
      <Offers {...props} />
    </>
  )
}

/** What may be wrong with a field: of the form itself, or of what the other network answered. */
function sentencesOf(l: Locale): Record<string, string> {
  const { errors, exchange } = officeTextsOf(l)
  return { ...exchange.fault, ...errors }
}

function Offers({ l, offers, fingerprint, errors }: OfficeExchangePageProps) {
  const t = officeTextsOf(l).exchange
  const { kinds } = textsOf(l).exchange
  const sure = errors.sakert
  return (
    <>
      <section class="flow" aria-labelledby="erbjuder">
        <h2 id="erbjuder">{t.offers}</h2>
        <form class="form" method="post" action={l.href(partnerPaths.offer)} noValidate>
          <Boxes
            id="slag"
            name="slag"
            legend={t.offers}
            hint={t.offersHint}
            options={exchangeKinds.map((value) => ({ value, label: kinds[value] }))}
            chosen={offers}
          />
          <Button variant="secondary">{t.saveOffers}</Button>
        </form>
      </section>
      <section class="flow" aria-labelledby="nyckel">
        <h2 id="nyckel">{t.key}</h2>
        {fingerprint === null ? (
          <p>{t.noKey}</p>
        ) : (
          <>
            <p>
              <code>{inGroups(fingerprint)}</code>
            </p>
            <p>{t.keyHint}</p>
            <Details summary={t.renew} open={sure !== undefined}>
              <form class="form" method="post" action={l.href(partnerPaths.renewKey)} noValidate>
                <p>{t.renewHint}</p>
                <Checkbox
                  id="sakert"
                  name="sakert"
                  label={t.renewSure}
                  error={sure && sentencesOf(l)[sure]}
                />
                <Button variant="secondary">{t.renew}</Button>
              </form>
            </Details>
          </>
        )}
      </section>
    </>
  )
}

function Subscribe({ l, networks, typed, errors }: OfficeExchangePageProps) {
  const texts = officeTextsOf(l)
  const t = texts.exchange
  const { kinds } = textsOf(l).exchange
  const sentences = sentencesOf(l)
  const field = fieldsOf(typed, errors, sentences)
  const kindsError = errors.hamta ?? errors['hamta-0']
  return (
    <section class="flow" aria-labelledby="prenumerera">
      <h2 id="prenumerera">{t.subscribe}</h2>
      <form class="form" method="post" action={l.href(partnerPaths.subscribe)} noValidate>
        <Input {...field('adress')} label={t.address} hint={t.addressHint} />
        <Input {...field('fingeravtryck')} label={t.fingerprint} hint={t.fingerprintHint} />
        <Boxes
          id="hamta"
          name="hamta"
          legend={t.kinds}
          options={exchangeKinds.map((value) => ({ value, label: kinds[value] }))}
          chosen={textsIn(typed, 'hamta')}
          error={kindsError && sentences[kindsError]}
        />
        <Select
          {...field('natverk')}
          label={t.network}
          options={[
            { value: '', label: texts.form.noNetwork },
            ...networks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button>{t.begin}</Button>
      </form>
    </section>
  )
}
