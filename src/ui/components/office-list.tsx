import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/i18n.ts'
import { ButtonLink } from './button.tsx'
import { DataTable } from './data-table.tsx'
import { Done } from './done.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageHeader } from './page-header.tsx'
import { MadeUpBadge } from './tag.tsx'

/** One thing that is kept: a link to its form, when it comes, how it stands. */
export interface OfficeRow {
  id: number
  title: string
  href: string
  /** The mark of what is made up, if it is. */
  madeUp: string | false
  when: ComponentChildren
  /** What more stands in the row, under the head `more`. */
  more?: ComponentChildren
  state: ComponentChildren
}

export interface OfficeListProps {
  l: Locale
  title: string
  lead: string
  done?: string | false | undefined
  begin: { href: string; label: string }
  none: string
  heads: { what: string; when: string; more?: string; state: string }
  rows: OfficeRow[]
  /** Further ways on, beside the button. */
  children?: ComponentChildren
}

/** What the secretariat has written of one kind, and the way to write another. */
export function OfficeList({ l, title, lead, done, begin, none, heads, rows, children }: OfficeListProps) {
  return (
    <>
      <Done text={done} />
      <PageHeader title={title} lead={lead}>
        <p class="row">
          <ButtonLink href={begin.href}>{begin.label}</ButtonLink>
          {children}
        </p>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title={none} />
      ) : (
        <DataTable
          l={l}
          id="kansli-tabell"
          caption={title}
          captionHidden
          stacked
          rows={rows}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'title',
              head: heads.what,
              rowHead: true,
              cell: (row) => (
                <>
                  <a href={row.href}>{row.title}</a> {row.madeUp && <MadeUpBadge label={row.madeUp} />}
                </>
              ),
            },
            { key: 'when', head: heads.when, cell: ({ when }) => when },
            ...(heads.more ? [{ key: 'more', head: heads.more, cell: ({ more }: OfficeRow) => more }] : []),
            { key: 'state', head: heads.state, cell: ({ state }) => state },
          ]}
        />
      )}
    </>
  )
}
