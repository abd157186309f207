import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { questionPaths } from '../paths.ts'
import type { Answer, Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'

export interface ReportPageProps {
  l: Locale
  question: Question
  /** Missing when it is the question that is reported. */
  answer: Answer | undefined
  typed: Typed
  errors: Record<string, string>
}

/** Telling the secretariat that something should not stand there. */
export function ReportPage({ l, question, answer, typed, errors }: ReportPageProps) {
  const texts = textsOf(l)
  const t = texts.report
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
      <PageHeader title={t.title} lead={t.lead} />
      <p>
        {t.what}: {answer ? t.answerOf(answer.writer?.name ?? texts.forgotten) : question.title}
      </p>
      <form class="form" method="post" action={l.href(questionPaths.report(question.id))} noValidate>
        {answer && <input type="hidden" name="svar" value={answer.id} />}
        <Textarea
          {...fieldsOf(typed, errors, texts.errors)('skal')}
          label={t.reason}
          hint={t.reasonHint}
          rows={4}
        />
        <Button>{t.send}</Button>
      </form>
    </>
  )
}
