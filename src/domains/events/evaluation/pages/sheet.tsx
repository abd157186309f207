import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import type { Question } from '../questions.ts'
import { evaluationTexts } from '../texts.ts'

export interface SheetPageProps {
  l: Locale
  event: Event
  /** Where the answers are sent, without the language. */
  action: string
  questions: Question[]
  typed: Typed
  errors: Record<string, string>
}

/** What a participant is asked; nothing must be answered. */
export function SheetPage({ l, event, action, questions, typed, errors }: SheetPageProps) {
  const texts = evaluationTexts(l)
  const t = texts.sheet
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <PageHeader title={t.title} lead={t.lead(titleOf(event, l))} />
      <p>{t.anonymous}</p>
      <form class="form" method="post" action={l.href(action)} noValidate>
        {questions.map(({ id, kind, text }) =>
          kind === 'mark' ? (
            <Boxes
              key={id}
              id={id}
              name={id}
              kind="radio"
              legend={text}
              error={field(id).error}
              options={texts.marks.map((label, i) => ({ value: String(i + 1), label: `${i + 1}. ${label}` }))}
              chosen={[textIn(typed, id)]}
            />
          ) : (
            <Textarea key={id} {...field(id)} label={text} rows={4} />
          ),
        )}
        <Button>{t.send}</Button>
      </form>
    </div>
  )
}

/** After the answers were sent. */
export function ThanksPage({ l }: { l: Locale }) {
  const t = evaluationTexts(l).sheet
  return (
    <div class="narrow">
      <PageHeader title={t.thanks} lead={t.thanksLead} />
      <p>
        <ButtonLink variant="secondary" href={l.href(eventPaths.list)}>
          {textsOf(l).list.title}
        </ButtonLink>
      </p>
    </div>
  )
}
