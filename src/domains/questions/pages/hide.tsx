import type { Typed } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { questionPaths } from '../paths.ts'
import type { Answer, Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'

export interface HidePageProps {
  l: Locale
  question: Question
  /** Missing when it is the question that is to be hidden. */
  answer: Answer | undefined
  typed: Typed
  errors: Record<string, string>
}

/** What is to be taken off the pages, and why. */
export function HidePage({ l, question, answer, typed, errors }: HidePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(questionPaths.office), label: t.title }]} />
      <PageHeader title={`${t.hideTitle}: ${question.title}`} lead={t.hideLead} />
      <blockquote lang={otherLanguage(question.language, l)}>
        <Markdown text={answer ? answer.body : question.body} />
      </blockquote>
      <form class="form" method="post" action={l.href(questionPaths.hide)} noValidate>
        <input type="hidden" name="fraga" value={question.id} />
        {answer && <input type="hidden" name="svar" value={answer.id} />}
        <Textarea
          {...fieldsOf(typed, errors, texts.errors)('skal')}
          label={t.hideReason}
          hint={t.hideReasonHint}
          rows={4}
        />
        <Button>{t.hide}</Button>
      </form>
    </>
  )
}
