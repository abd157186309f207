import type { Typed } from '#platform/http/form.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { questionPaths } from '../paths.ts'
import type { Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'
import { QuestionFields, type QuestionFieldsProps } from './question-fields.tsx'

export interface EditQuestionPageProps extends QuestionFieldsProps {
  question: Question
  typed: Typed
  /** The version that was seen when the form was opened. */
  seen: string
  /** Somebody saved while this was being written. */
  overtaken?: boolean
}

/** One's own question, to be changed. */
export function EditQuestionPage(props: EditQuestionPageProps) {
  const { l, question, typed, errors, seen, overtaken = false } = props
  const texts = textsOf(l)
  const t = texts.ask
  const address = questionPaths.question(question.id, question.title)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(questionPaths.list), label: texts.list.title },
          { href: l.href(address), label: question.title },
        ]}
      />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{t.overtaken}</p>
        </Notice>
      )}
      <PageHeader title={t.editTitle} lead={t.editLead} />
      <form class="form" method="post" action={l.href(questionPaths.edit(question.id))} noValidate>
        <input type="hidden" name="version" value={seen} />
        <Input {...fieldsOf(typed, errors, texts.errors)('titel')} label={t.name} hint={t.nameHint} />
        <QuestionFields {...props} />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
