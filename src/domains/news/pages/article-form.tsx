import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Article } from '../magazine/article-queries.ts'
import type { Issue } from '../magazine/issue-queries.ts'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface ArticleFormPageProps {
  l: Locale
  issue: Issue
  /** Undefined for a new one. */
  article: Article | undefined
  typed: Typed
  errors: Record<string, string>
}

/** An article that is written for the magazine alone. */
export function ArticleFormPage({ l, issue, article, typed, errors }: ArticleFormPageProps) {
  const texts = textsOf(l)
  const t = texts.magazine
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.issueEdit(issue.id)), label: issue.title }]} />
      <PageHeader title={t.article} />
      <form
        class="form"
        method="post"
        action={l.href(newsPaths.article(issue.id, article?.id ?? 'ny'))}
        noValidate
      >
        <Once />
        <Input {...field('rubrik')} label={texts.form.name} />
        <Textarea {...field('ingress')} label={texts.form.summary} rows={3} />
        <Textarea {...field('text')} label={texts.form.body} hint={texts.form.bodyHint} rows={16} />
        <Input {...field('av')} label={t.byline} hint={t.bylineHint} />
        <Button>{texts.form.save}</Button>
      </form>
    </>
  )
}
