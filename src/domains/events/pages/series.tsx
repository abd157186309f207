import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { eventPaths } from '../paths.ts'
import type { Series } from '../series/queries.ts'
import { textsOf } from '../texts.ts'

export interface SeriesPageProps {
  l: Locale
  all: Series[]
  /** The one to change; undefined for a new one. */
  series: Series | undefined
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The conferences that come back, and the form for one of them. */
export function SeriesPage({ l, all, series, typed, errors, done }: SeriesPageProps) {
  const texts = textsOf(l)
  const t = texts.series
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(eventPaths.office), label: texts.office.title }]} />
      <PageHeader title={series ? series.name[l.language] : t.title} lead={t.lead} />
      {!series && all.length === 0 && <p>{t.none}</p>}
      {!series && all.length > 0 && (
        <ul>
          {all.map(({ id, name, past }) => (
            <li key={id}>
              <a href={l.href(eventPaths.editSeries(id))}>{name[l.language]}</a>{' '}
              {past.length > 0 && (
                <span class="subtle">
                  {t.past(l.list(past.map(({ year, place }) => `${place} ${year}`)))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!series && <h2>{t.new}</h2>}
      <form
        class="form"
        method="post"
        action={l.href(series ? eventPaths.editSeries(series.id) : eventPaths.series)}
        noValidate
      >
        <Input {...field('namn-sv')} label={t.name.sv} />
        <Input {...field('namn-en')} label={t.name.en} />
        <Textarea {...field('ingress-sv')} label={t.text.sv} rows={3} />
        <Textarea {...field('ingress-en')} label={t.text.en} rows={3} />
        <Button>{texts.form.save}</Button>
      </form>
    </>
  )
}
