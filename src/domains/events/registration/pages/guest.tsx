import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import type { Event } from '../../queries.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { AboutEvent } from './frame.tsx'
import { Terms } from './terms.tsx'

/** Two ways in for somebody who has not logged in: with the account, or as a guest by mail. */
export function WaysInPage(props: {
  l: Locale
  event: Event
  login: string
  vat: number
  typed: Typed
  errors: Record<string, string>
}) {
  const { l, event, login, vat, typed, errors } = props
  const texts = textsOf(l)
  const t = texts.guest
  return (
    <AboutEvent l={l} event={event} title={t.title}>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <section class="flow" aria-labelledby="konto">
        <h2 id="konto">{t.haveAccount}</h2>
        {!event.guestsAllowed && <p>{event.priceOre > 0 ? t.payable : t.onlyWithAccount}</p>}
        <p>
          <ButtonLink href={login} variant={event.guestsAllowed ? 'secondary' : 'primary'}>
            {t.logIn}
          </ButtonLink>
        </p>
      </section>
      {event.guestsAllowed && (
        <section class="flow" aria-labelledby="gast">
          <h2 id="gast">{t.noAccount}</h2>
          <p>{t.lead}</p>
          <form class="form" method="post" action={l.href(registrationPaths.guest(event.id))} noValidate>
            <Input
              {...fieldsOf(typed, errors, texts.errors)('epost')}
              type="email"
              label={t.email}
              autocomplete="email"
            />
            <Button>{t.send}</Button>
          </form>
        </section>
      )}
      <Terms l={l} event={event} payer="" vat={vat} />
    </AboutEvent>
  )
}

/** Tells a guest to look in the mail. */
export function GuestAskedPage({
  l,
  event,
  email,
  hours,
  demo,
}: {
  l: Locale
  event: Event
  email: string
  hours: number
  demo: boolean
}) {
  const t = textsOf(l).guest
  return (
    <AboutEvent l={l} event={event} title={t.sentTitle}>
      <p>{t.sent(email, hours)}</p>
      <p>{t.nothing}</p>
      {demo && (
        <p>
          <a href={l.href('/demo/post')}>{t.postRoom}</a>
        </p>
      )}
    </AboutEvent>
  )
}

/** Registration is not possible, in one sentence. */
export function NotPossiblePage({
  l,
  event,
  title,
  text,
  own,
}: {
  l: Locale
  event: Event
  title: string
  text: string
  /** The page of the registration that exists already. */
  own?: string | undefined
}) {
  return (
    <AboutEvent l={l} event={event} title={title}>
      <p>{text}</p>
      {own && (
        <p>
          <ButtonLink href={own}>{textsOf(l).box.mine}</ButtonLink>
        </p>
      )}
    </AboutEvent>
  )
}
