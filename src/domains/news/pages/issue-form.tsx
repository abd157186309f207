import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Choices } from '../magazine/choices.ts'
import type { ReadArticle } from '../magazine/contents.ts'
import type { Issue } from '../magazine/issue-queries.ts'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { Overtaken, ScheduleFields } from './schedule.tsx'

export interface IssueFormPageProps {
  l: Locale
  /** Undefined for a new one. */
  issue: Issue | undefined
  articles: ReadArticle[]
  choices: Choices
  typed: Typed
  errors: Record<string, string>
  overtaken: boolean
  done: string | undefined
}

/** An issue of the magazine: what it is called, when it comes out, and what is in it. */
export function IssueFormPage(props: IssueFormPageProps) {
  const { l, issue, errors, overtaken, done } = props
  const texts = textsOf(l)
  const t = texts.magazine
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(newsPaths.issues), label: t.title }]} />
      {overtaken && <Overtaken l={l} />}
      <PageHeader title={issue ? t.editTitle : t.newTitle}>
        {issue && (
          <p class="row">
            <a href={l.href(newsPaths.issue(issue.year, issue.number))}>{t.preview}</a>
            <a href={l.href(newsPaths.issuePictures(issue.id))}>{t.cover}</a>
          </p>
        )}
      </PageHeader>
      <Facts {...props} />
      {issue && <Articles {...props} issue={issue} />}
    </>
  )
}

function Facts({ l, issue, typed, errors }: IssueFormPageProps) {
  const texts = textsOf(l)
  const t = texts.magazine
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <form
      class="form"
      method="post"
      action={l.href(issue ? newsPaths.issueEdit(issue.id) : newsPaths.newIssue)}
      noValidate
    >
      <Once />
      <input type="hidden" name="version" value={textIn(typed, 'version')} />
      <Input {...field('ar')} type="number" label={t.year} />
      <Input {...field('nummer')} type="number" label={t.number} />
      <Select
        id="sprak"
        name="sprak"
        label={texts.propose.language}
        value={textIn(typed, 'sprak')}
        options={(['sv', 'en'] as const).map((one) => ({ value: one, label: texts.propose.languages[one] }))}
      />
      <Input {...field('rubrik')} label={texts.form.name} />
      <Textarea {...field('ingress')} label={texts.form.summary} rows={3} />
      <ScheduleFields l={l} field={field} />
      <Button>{texts.form.save}</Button>
    </form>
  )
}

function Articles({ l, issue, articles, choices }: IssueFormPageProps & { issue: Issue }) {
  const t = textsOf(l).magazine
  return (
    <section class="flow" aria-labelledby="artiklar">
      <h2 id="artiklar">{t.articles}</h2>
      {articles.length === 0 && <p>{t.noArticles}</p>}
      <ol class="flow">
        {articles.map(({ id, title, own, address }, i) => (
          <li key={id}>
            <a href={l.href(own ? newsPaths.article(issue.id, id) : (address ?? newsPaths.list))}>{title}</a>
            <form class="row" method="post" action={l.href(`${newsPaths.article(issue.id, id)}/plats`)}>
              {i > 0 && (
                <Button variant="tertiary" name="gor" value="upp" label={t.upOf(title)}>
                  {t.up}
                </Button>
              )}
              <Button variant="tertiary" name="gor" value="ta-bort" label={t.outOf(title)}>
                {t.out}
              </Button>
            </form>
          </li>
        ))}
      </ol>
      <p>
        <ButtonLink variant="secondary" href={l.href(newsPaths.article(issue.id, 'ny'))}>
          {t.writeArticle}
        </ButtonLink>
      </p>
      <Choice l={l} issue={issue} name="nyhet" label={t.chooseNews} options={choices.news} />
      <Choice l={l} issue={issue} name="exempel" label={t.chooseExample} options={choices.examples} />
    </section>
  )
}

function Choice({
  l,
  issue,
  name,
  label,
  options,
}: {
  l: Locale
  issue: Issue
  name: string
  label: string
  options: { id: number; title: string }[]
}) {
  if (options.length === 0) return null
  return (
    <form class="form" method="post" action={l.href(newsPaths.issueArticles(issue.id))}>
      <Select
        id={name}
        name={name}
        label={label}
        value=""
        options={options.map(({ id, title }) => ({ value: String(id), label: title }))}
      />
      <Button variant="secondary">{textsOf(l).magazine.put}</Button>
    </form>
  )
}
