import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { questionPaths } from '../paths.ts'
import type { Answer, Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'
import { AudienceField } from './question-fields.tsx'

export interface EditAnswerPageProps {
  l: Locale
  question: Question
  answer: Answer
  typed: Typed
  errors: Record<string, string>
  /** The version that was seen when the form was opened. */
  seen: string
  /** It was saved while this was being written. */
  overtaken?: boolean
}

/** One's own answer, to be changed. */
export function EditAnswerPage(props: EditAnswerPageProps) {
  const { l, question, answer, typed, errors, seen, overtaken = false } = props
  const texts = textsOf(l)
  const t = texts.answerForm
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(questionPaths.list), label: texts.list.title },
          { href: l.href(questionPaths.question(question.id, question.title)), label: question.title },
        ]}
      />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{t.overtaken}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(questionPaths.editAnswer(answer.id))} noValidate>
        <input type="hidden" name="version" value={seen} />
        <Textarea
          {...fieldsOf(typed, errors, texts.errors)('svar')}
          label={texts.question.answerText}
          hint={texts.question.answerHint}
          rows={12}
        />
        <AudienceField
          l={l}
          legend={texts.question.answerAudience}
          hint={texts.question.answerAudienceHint}
          value={textIn(typed, 'lasare')}
        />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
