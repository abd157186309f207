import type { Locale } from '#platform/i18n.ts'
import { rhythms } from '#platform/mail/rhythm.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import type { MailChoice } from '../choice-queries.ts'
import { questionMailPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface ChoicePageProps {
  l: Locale
  choice: MailChoice
  /** Where mail goes. */
  email: string | null
  /** Whether mails can be answered. */
  replies: boolean
  saved: boolean
}

/** How often somebody wants mail of questions. */
export function ChoicePage({ l, choice, email, replies, saved }: ChoicePageProps) {
  const t = textsOf(l).choice
  const options = rhythms.map((value) => ({ value, label: t.rhythms[value] }))
  return (
    <div class="narrow">
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <Done text={saved && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="flow" method="post" action={l.href(questionMailPaths.choice)}>
        <Boxes
          id="asked"
          name="asked"
          kind="radio"
          legend={t.asked}
          hint={t.askedHint}
          options={options}
          chosen={[choice.asked]}
        />
        <Boxes
          id="others"
          name="others"
          kind="radio"
          legend={t.others}
          options={options}
          chosen={[choice.others]}
        />
        <Button>{t.save}</Button>
      </form>
      {email === null ? (
        <p>{t.noEmail}</p>
      ) : replies ? (
        <p>
          {t.reply} <strong>{email}</strong>
        </p>
      ) : (
        <p class="subtle">{t.noReply}</p>
      )}
    </div>
  )
}

/** One question, one button. */
export function UnsubscribePage({ l, token, step }: { l: Locale; token: string; step: 'ask' | 'done' }) {
  const t = textsOf(l).unsubscribe
  return (
    <div class="narrow">
      <PageHeader title={t.title} lead={step === 'done' ? t.done : t.ask} />
      {step === 'ask' && (
        <form method="post" action={l.href(questionMailPaths.unsubscribe(token))}>
          <Button>{t.button}</Button>
        </form>
      )}
    </div>
  )
}
