import { TellMeForm } from '#domains/key-figures/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { recallPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { SeenPage } from '../understand.ts'

export interface AskPageProps {
  l: Locale
  seen: SeenPage
  /** What the page is about, in words. */
  what: string
  loggedIn: boolean
  typed: Typed
  errors: Record<string, string>
}

/** The form by itself: when it was filled in wrongly, or reached by a link. */
export function AskPage({ l, seen, what, loggedIn, typed, errors }: AskPageProps) {
  const { ask: t, errors: words } = textsOf(l)
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, words[key] ?? key] as const),
  )
  const address = textIn(typed, 'sida') || seen.address
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={Object.entries(said).map(([field, message]) => ({ field, message }))} />
      <PageHeader title={t.title} lead={t.lead(what)} />
      <TellMeForm
        l={l}
        address={address}
        cited={seen.cited ?? ''}
        names={seen.names}
        chosenOnly={seen.figures === null}
        year={seen.year}
        loggedIn={loggedIn}
        typed={Object.fromEntries(
          ['omfattning', 'hur', 'var', 'epost'].flatMap((name) =>
            name in typed ? [[name, textIn(typed, name)] as const] : [],
          ),
        )}
        errors={said}
      />
      <p>
        <a href={l.href(address)}>{t.back}</a>
      </p>
    </div>
  )
}

/** Tells to look in the mail, the same whether the address is known or not. */
export function AskedPage({
  l,
  email,
  hours,
  back,
  demo,
}: {
  l: Locale
  email: string
  hours: number
  back: string
  demo: boolean
}) {
  const t = textsOf(l).ask
  return (
    <div class="narrow">
      <PageHeader title={t.sentTitle} lead={t.sent(email, hours)} />
      <p>{t.nothing}</p>
      {demo && (
        <p>
          <a href={l.href('/demo/post')}>{t.postRoom}</a>
        </p>
      )}
      <p>
        <a href={back}>{t.back}</a>
      </p>
    </div>
  )
}

/** The page behind the link of a mail: one button. */
export function ConfirmPage({ l, token, good }: { l: Locale; token: string; good: boolean }) {
  const t = textsOf(l).confirm
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={good ? t.text : t.used} />
      {good && (
        <form method="post" action={l.href(recallPaths.confirm(token))}>
          <Button>{t.button}</Button>
        </form>
      )}
    </div>
  )
}
