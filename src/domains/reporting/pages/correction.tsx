import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { reportingPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface CorrectionPageProps {
  l: Locale
  code: string
  name: string
  /** The years that have public values. */
  years: number[]
  errors: Record<string, string>
}

/** Which year a member wants to correct, and what happens then. */
export function CorrectionPage({ l, code, name, years, errors }: CorrectionPageProps) {
  const texts = textsOf(l)
  const t = texts.correction
  const field = fieldsOf({}, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(reportingPaths.mine), label: texts.mine.title }]} />
      <PageHeader title={t.title(name)} lead={t.lead} />
      {years.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <form class="form" method="post" action={l.href(reportingPaths.correction(code))} noValidate>
          <Select
            {...field('ar')}
            value={String(years[0])}
            label={texts.rounds.year}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Button>{t.begin}</Button>
        </form>
      )}
    </>
  )
}
