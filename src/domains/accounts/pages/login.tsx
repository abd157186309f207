import type { Typed } from '#platform/http/form.ts'
import { textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { loginPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface LoginPageProps {
  l: Locale
  /** Where to go afterwards. */
  till: string
  typed: Typed
  errors: Record<string, string>
  failure?: string | undefined
  demo: boolean
  loggedOut?: boolean
  /** Somebody who has logged in must do so once more. */
  again?: boolean
}

/** Where everybody logs in: by address, or with a passkey. */
export function LoginPage({ l, till, typed, errors, failure, demo, loggedOut, again }: LoginPageProps) {
  const texts = textsOf(l)
  const t = texts.login
  const error = errors.email && (texts.errors[errors.email] ?? errors.email)
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={error ? [{ field: 'email', message: error }] : []} />
      {failure && (
        <Notice tone="danger" role="alert">
          <p>{failure}</p>
        </Notice>
      )}
      <Done text={loggedOut && texts.loggedOut} />
      {again && (
        <Notice>
          <p>{t.again}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      {demo && (
        <Notice>
          <p>
            <a href={l.href(loginPaths.demo)}>{t.demo}</a>
          </p>
        </Notice>
      )}
      <form class="flow" method="post" action={l.href(loginPaths.login)} noValidate>
        <input type="hidden" name="till" value={till} />
        <Input
          id="email"
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          error={error}
          value={textIn(typed, 'email')}
          autocomplete="email webauthn"
        />
        <Button>{t.button}</Button>
      </form>
      <section class="flow" aria-labelledby="passnyckel">
        <h2 id="passnyckel">{t.passkeyTitle}</h2>
        <p>{t.passkeyLead}</p>
        <noscript>
          <p>{t.passkeyNone}</p>
        </noscript>
        <div
          data-passkey-login
          data-options={l.href(loginPaths.passkeyOptions)}
          data-answer={l.href(loginPaths.passkey)}
          data-till={till}
          data-failed={texts.security.passkeyLoginFailed}
        >
          <button class="ds-button" type="button" data-variant="secondary" hidden>
            {t.passkeyButton}
          </button>
          <p role="status" />
        </div>
      </section>
      <section class="flow" aria-labelledby="nytt">
        <h2 id="nytt">{t.newTitle}</h2>
        <p>{t.newText}</p>
      </section>
    </div>
  )
}

/** Tells to look in the mail, the same whether the address is known or not. */
export function LinkSentPage({ l, email, demo }: { l: Locale; email: string; demo: boolean }) {
  const t = textsOf(l).sent
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={t.text(email)} />
      <p>{t.nothing}</p>
      {demo && (
        <p>
          <a href={l.href(loginPaths.postRoom)}>{t.postRoom}</a>
        </p>
      )}
      <p>
        <a href={l.href(loginPaths.login)}>{t.again}</a>
      </p>
    </div>
  )
}

/** The page behind the link of a mail: one button. */
export function ConfirmLinkPage({ l, token, good }: { l: Locale; token: string; good: boolean }) {
  const t = textsOf(l).confirm
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={good ? t.text : t.used} />
      {good ? (
        <form method="post" action={l.href(loginPaths.link(token))}>
          <Button>{t.button}</Button>
        </form>
      ) : (
        <ButtonLink href={l.href(loginPaths.login)}>{t.new}</ButtonLink>
      )}
    </div>
  )
}

/** The second step. */
export function CodePage({ l, till, error }: { l: Locale; till: string; error?: string }) {
  const t = textsOf(l).code
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={error ? [{ field: 'kod', message: error }] : []} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="flow" method="post" action={l.href(loginPaths.code)} noValidate>
        <input type="hidden" name="till" value={till} />
        <Input id="kod" name="kod" label={t.label} error={error} autocomplete="one-time-code" />
        <Button>{t.button}</Button>
      </form>
    </div>
  )
}

/** The way on to the organisation's own login. */
export function OrganisationPage({ l, name, href }: { l: Locale; name: string; href: string }) {
  const t = textsOf(l).organisation
  return (
    <div class="narrow">
      <PageHeader title={t.title(name)} lead={t.lead} />
      <ButtonLink href={href}>{t.go}</ButtonLink>
    </div>
  )
}
