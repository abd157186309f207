import type { ComponentChildren } from 'preact'
import type { Locale } from '#platform/i18n.ts'
import { frameTexts } from '../texts.ts'

export interface Column<Row> {
  key: string
  head: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /** Right-aligned, for numbers with the same decimals. */
  numeric?: boolean | undefined
  /** The cell that names the row; put it first. */
  rowHead?: boolean | undefined
  /** Makes the heading a link that sorts; `now` says how the table is sorted by this column. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined
}

export interface DataTableProps<Row> {
  l: Locale
  /** Unique on the page. */
  id: string
  caption: string
  /** Hides the caption from sight when a heading right above says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  /** `null` draws a row of dots where rows are left out. */
  rows: (Row | null)[]
  rowKey: (row: Row) => string
  /** Marks the row of my municipality. */
  mine?: (row: Row) => boolean
  /** Keeps the first column in sight when the table scrolls sideways. */
  sticky?: boolean
  /** As narrow as its content. */
  fit?: boolean
  /** On a phone each row is a block of its own, for lists that are read row by row; nothing is compared across. */
  stacked?: boolean
}

/** A table of data that scrolls sideways in a region of its own, reachable by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    l,
    id,
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    mine,
    sticky = true,
    fit = false,
    stacked = false,
  } = props
  const kind = `${sticky && !stacked ? ' table--sticky' : ''}${stacked ? ' table--stacked' : ''}`
  return (
    <section
      class={`table-scroll${fit ? ' table-scroll--fit' : ''}`}
      aria-label={frameTexts(l).scrollHint(caption)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table id={id} class={`table${kind}`}>
        <caption>{captionHidden ? <span class="sr-only">{caption}</span> : caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={classOf(column)} aria-sort={column.sort?.now}>
                {column.sort ? <a href={column.sort.href}>{column.head}</a> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) =>
            row === null ? (
              <tr key={`gap-${i}`} class="gap">
                <td colSpan={columns.length}>⋯</td>
              </tr>
            ) : (
              <tr key={rowKey(row)} class={mine?.(row) ? 'mine' : undefined}>
                {columns.map((column) =>
                  column.rowHead ? (
                    <th key={column.key} scope="row" class={classOf(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td
                      key={column.key}
                      class={classOf(column)}
                      data-head={stacked && typeof column.head === 'string' ? column.head : undefined}
                    >
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}

function classOf<Row>(column: Column<Row>): string | undefined {
  return column.numeric ? 'numeric' : undefined
}
