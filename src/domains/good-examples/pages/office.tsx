import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import type { Report } from '../report-queries.ts'
import { textsOf } from '../texts.ts'
import { Reports } from './reports.tsx'

export interface OfficePageProps {
  l: Locale
  examples: Example[]
  /** What members have reported and nobody has dealt with. */
  reports: Report[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** Everything published, and the hiding of what should not stand on the site. */
export function OfficePage({ l, examples, reports, typed, errors, done }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  const titleOf = (example: Example) => toldIn(example.texts, l)?.text.title ?? ''
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead} />
      <Reports l={l} reports={reports} />
      {examples.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="exempel-tabell"
          caption={t.title}
          captionHidden
          stacked
          rows={examples}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'title',
              head: t.example,
              rowHead: true,
              cell: (example) => (
                <>
                  <a href={l.href(examplePaths.example(example.id, titleOf(example)))}>{titleOf(example)}</a>{' '}
                  {example.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            { key: 'who', head: t.organisation, cell: ({ organisation }) => organisation.name },
            {
              key: 'published',
              head: t.published,
              cell: ({ publishedAt }) => (publishedAt ? l.date(publishedAt) : ''),
            },
            {
              key: 'state',
              head: t.state,
              cell: (example) =>
                example.hiddenAt ? (
                  <form method="post" action={l.href(examplePaths.show(example.id))}>
                    <p>{t.hidden(example.hiddenReason)}</p>
                    <Button variant="tertiary">{t.show}</Button>
                  </form>
                ) : (
                  t.shown
                ),
            },
          ]}
        />
      )}
      <section class="flow" aria-labelledby="dolj">
        <h2 id="dolj">{t.hide}</h2>
        <form class="form" method="post" action={l.href(examplePaths.hide)} noValidate>
          <Select
            {...field('exempel')}
            value={textIn(typed, 'exempel')}
            label={t.which}
            options={[
              { value: '', label: t.choose },
              ...examples
                .filter(({ hiddenAt }) => hiddenAt === null)
                .map((example) => ({
                  value: String(example.id),
                  label: `${example.organisation.name}: ${titleOf(example)}`,
                })),
            ]}
          />
          <Input {...field('skal')} label={t.reason} />
          <Button variant="secondary">{t.button}</Button>
        </form>
        <p>
          <a href={l.href('/kansli/logg')}>{t.log}</a>
        </p>
      </section>
    </>
  )
}
