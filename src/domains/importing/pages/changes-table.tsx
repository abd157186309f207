import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import type { NamedChange } from '../change-queries.ts'
import { textsOf } from '../texts.ts'
import { valueInWords } from '../words.ts'

export interface ChangesTableProps {
  l: Locale
  caption: string
  changes: Omit<NamedChange, 'item'>[]
  /** What the figures are called, by id. */
  titles: Map<string, string>
}

/** Changes one by one: which value, what it was, what it becomes. */
export function ChangesTable({ l, caption, changes, titles }: ChangesTableProps) {
  const texts = textsOf(l)
  const t = texts.run
  return (
    <DataTable
      l={l}
      id="andringar-tabell"
      caption={caption}
      captionHidden
      rows={changes}
      rowKey={({ figureId, code, year }) => `${figureId} ${code} ${year}`}
      columns={[
        {
          key: 'organisation',
          head: t.organisation,
          rowHead: true,
          cell: ({ organisationName }) => organisationName,
        },
        {
          key: 'figure',
          head: t.figure,
          cell: ({ figureId }) => (figureId === null ? texts.population : (titles.get(figureId) ?? figureId)),
        },
        { key: 'year', head: t.year, cell: ({ year }) => year },
        {
          key: 'before',
          head: t.before,
          numeric: true,
          cell: ({ before, beforeMissing }) => valueInWords(l, before, beforeMissing),
        },
        {
          key: 'after',
          head: t.after,
          numeric: true,
          cell: ({ after, afterMissing }) => valueInWords(l, after, afterMissing),
        },
        { key: 'kind', head: t.kind, cell: ({ kind }) => texts.kinds[kind] },
      ]}
    />
  )
}
