import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { CatalogueChange } from '../decision-queries.ts'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** What was changed in the catalogue: when, by whom, and each field as it was and became. */
export function HistoryPage({ l, changes }: { l: Locale; changes: CatalogueChange[] }) {
  const texts = textsOf(l)
  const t = texts.history
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(cataloguePaths.office), label: texts.office.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {changes.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="historik"
          caption={t.title}
          captionHidden
          rows={changes}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'at', head: t.at, rowHead: true, cell: ({ at }) => l.moment(at) },
            { key: 'by', head: t.by, cell: ({ by }) => by },
            { key: 'what', head: t.what, cell: ({ table, key }) => `${t.tables[table] ?? table} ${key}` },
            {
              key: 'change',
              head: t.change,
              cell: (change) => (
                <ul>
                  {fieldsChanged(change).map(([name, before, after]) => (
                    <li key={name}>
                      <code>{name}</code>: {before === '' ? after : `${before} → ${after}`}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

const dull = new Set(['version', 'kept_by', 'ordinal'])
const longestShown = 160

/** The fields that a change touched, with what they were and became. */
function fieldsChanged({ before, after }: CatalogueChange): [name: string, before: string, after: string][] {
  const names = Object.keys(after ?? before ?? {}).filter((name) => !dull.has(name))
  return names.flatMap((name): [string, string, string][] => {
    const [was, is] = [written(before?.[name]), written(after?.[name])]
    return was === is ? [] : [[name, was, is === '' ? '–' : is]]
  })
}

function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
