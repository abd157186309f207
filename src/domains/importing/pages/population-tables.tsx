import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { importPaths } from '../paths.ts'
import type { TypedTable } from '../rules/population-form.ts'
import { textsOf } from '../texts.ts'

export interface PopulationTablesPageProps {
  l: Locale
  rows: TypedTable[]
  errors: Record<string, string>
  done: string | undefined
}

const emptyRow: TypedTable = { id: '', contents: '', basis: 'published', since: '', until: '' }

/** The tables that the population is taken from, each for its years. */
export function PopulationTablesPage({ l, rows, errors, done }: PopulationTablesPageProps) {
  const texts = textsOf(l)
  const t = texts.tables
  const shown = rows.at(-1)?.id === '' ? rows : [...rows, emptyRow]
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(importPaths.front), label: texts.front.title }]} />
      <Done text={done === 'sparat' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(importPaths.population)} noValidate>
        {shown.map((row, i) => {
          const field = (name: string, value: string) => {
            const id = `${name}-${i + 1}`
            const key = errors[id]
            return { id, name, value, error: key && (texts.errors[key] ?? key) }
          }
          return (
            <fieldset key={`${i}-${row.id}`} class="flow">
              <legend>{row.id === '' ? t.another : t.row(i + 1)}</legend>
              <Input {...field('tabell', row.id)} label={t.id} hint={row.id === '' ? undefined : t.remove} />
              <Input {...field('innehall', row.contents)} label={t.contents} hint={t.contentsHint} />
              <Select
                {...field('slag', row.basis)}
                label={t.basis}
                options={(['published', 'perturbed'] as const).map((value) => ({
                  value,
                  label: t.bases[value],
                }))}
              />
              <Input {...field('fran', row.since)} label={t.since} />
              <Input {...field('till', row.until)} label={t.until} hint={t.untilHint} />
            </fieldset>
          )
        })}
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
