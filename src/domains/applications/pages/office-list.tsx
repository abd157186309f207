import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { isFinal } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './parts.tsx'

export interface OfficeListPageProps {
  l: Locale
  applications: Application[]
  today: string
  /** Whether the reader has a desk to go back to. */
  desk: boolean
}

/** Every application that was ever sent, and what it waits for. */
export function OfficeListPage({ l, applications, today, desk }: OfficeListPageProps) {
  const texts = textsOf(l)
  const t = texts.office
  const groups = [
    ['open', applications.filter(({ state }) => !isFinal(state))],
    ['closed', applications.filter(({ state }) => isFinal(state)).reverse()],
  ] as const
  return (
    <>
      {desk && <Breadcrumbs l={l} steps={[{ href: l.href('/kansli'), label: t.desk }]} />}
      <PageHeader title={t.title} lead={t.lead} />
      {groups.map(([group, rows]) => (
        <section key={group} class="flow" aria-labelledby={`grupp-${group}`}>
          <h2 id={`grupp-${group}`}>{t.groups[group]}</h2>
          {rows.length === 0 ? (
            <p class="subtle">{t.none}</p>
          ) : (
            <DataTable
              l={l}
              id={`tabell-${group}`}
              caption={t.groups[group]}
              captionHidden
              columns={[
                {
                  key: 'organisation',
                  head: t.organisation,
                  rowHead: true,
                  cell: (row: Application) => (
                    <a href={l.href(applicationPaths.officeOne(row.id))}>{row.organisationName}</a>
                  ),
                },
                { key: 'state', head: t.state, cell: (row) => <StateTag l={l} application={row} /> },
                {
                  key: 'sent',
                  head: t.sent,
                  cell: (row) => (row.submitted_at ? l.date(row.submitted_at) : '–'),
                },
                {
                  key: 'next',
                  head: t.next,
                  cell: (row) => (
                    <>
                      {t.waits[row.state] ?? '–'}
                      {row.state === 'in-review' && (row.review_due_on ?? '') < today && `, ${t.overdue}`}
                    </>
                  ),
                },
              ]}
              rows={rows}
              rowKey={({ id }) => String(id)}
            />
          )}
        </section>
      ))}
    </>
  )
}
