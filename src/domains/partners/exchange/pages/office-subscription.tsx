import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { officeTextsOf } from '../../office-texts.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import { inGroups } from '../fingerprint-text.ts'
import type { KeptDocument, Subscription } from '../queries.ts'
import type { ExchangeFault } from '../receive.ts'
import { fetchedWhen } from './exchange.tsx'

/** One network that we fetch from: how it goes, and the ways to fetch now, trust another key or end it. */
export function OfficeSubscription({
  l,
  subscription,
  error,
}: {
  l: Locale
  subscription: Subscription
  error: string | undefined
}) {
  const texts = officeTextsOf(l)
  const t = texts.exchange
  const { id, name, country, address, fingerprint, documents, madeUp } = subscription
  return (
    <div class="flow">
      <h3>
        <a href={l.href(partnerPaths.from(id))}>{name}</a>{' '}
        {madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
      </h3>
      <p>
        {countryName(l, country)}, <a href={address}>{address}</a>
        <br />
        <code>{inGroups(fingerprint)}</code>
      </p>
      {documents.map((document) => (
        <Standing key={document.kind} l={l} document={document} />
      ))}
      <div class="row">
        <form method="post" action={l.href(partnerPaths.fetchNow(id))}>
          <Button variant="secondary">{t.fetchNow}</Button>
        </form>
        <form method="post" action={l.href(partnerPaths.unsubscribe(id))}>
          <Button variant="tertiary">{t.stop}</Button>
        </form>
      </div>
      <Details summary={t.newKey} open={error !== undefined}>
        <form class="form" method="post" action={l.href(partnerPaths.repin(id))} noValidate>
          <Input
            id={`nyckel-${id}`}
            name="fingeravtryck"
            label={t.fingerprint}
            hint={t.fingerprintHint}
            error={error && texts.errors[error]}
          />
          <Button variant="secondary">{t.repin}</Button>
        </form>
      </Details>
    </div>
  )
}

function Standing({ l, document }: { l: Locale; document: KeptDocument }) {
  const t = officeTextsOf(l).exchange
  const { fault, faultDetail, triedAt } = document
  const tried = triedAt ? t.lastTry(l.moment(triedAt)) : t.notTried
  if (fault === null) {
    return (
      <p>
        {fetchedWhen(l, document)}. {triedAt ? t.worked : tried}
      </p>
    )
  }
  return (
    <Notice tone="warning" title={fetchedWhen(l, document)}>
      <p>
        {isFault(t.fault, fault) ? t.fault[fault] : fault} {tried}{' '}
        {faultDetail && <span class="subtle">{faultDetail}</span>}
      </p>
    </Notice>
  )
}

function isFault(words: Record<ExchangeFault, string>, fault: string): fault is ExchangeFault {
  return fault in words
}
