import { stringify } from 'csv-stringify/sync'

/** A cell of a table that people take with them. Null is an empty cell, never 0. */
export type Cell = string | number | null

/** A table as data: named columns, plain rows, and what must be said about it. */
export interface DataTable {
  /** Name of the sheet and the file, without ending. */
  name: string
  columns: { key: string; label: string }[]
  rows: Cell[][]
  /** Title, source, date and remarks; stands beside the data, never between the rows. */
  notes: string[]
}

export const tableFormats = ['csv', 'xlsx', 'json'] as const
export type TableFormat = (typeof tableFormats)[number]

/** RFC 4180 in UTF-8. The Swedish kind opens right in a Swedish Excel: byte order mark, semicolons, decimal comma. */
export function toCsv({ columns, rows }: DataTable, kind: 'plain' | 'swedish'): string {
  const swedish = kind === 'swedish'
  return stringify([columns.map(({ label }) => label), ...rows.map((row) => row.map(defused))], {
    bom: swedish,
    delimiter: swedish ? ';' : ',',
    record_delimiter: 'windows',
    cast: { number: (value) => (swedish ? String(value).replace('.', ',') : String(value)) },
  })
}

/** A workbook with the data on one sheet and the notes on another. */
export async function toXlsx({ name, columns, rows, notes }: DataTable): Promise<Buffer> {
  const bold = columns.map(({ label }) => ({ value: label, fontWeight: 'bold' as const }))
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return writeExcelFile([
    { sheet: sheetName(name), data: [bold, ...rows], stickyRowsCount: 1 },
    { sheet: 'Om', data: notes.map((note) => [note]) },
  ]).toBuffer()
}

/** Text that a spreadsheet would run as a formula is kept as text. */
export function defused<T extends Cell>(cell: T): T | string {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

/** Excel allows 31 characters and none of these signs. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
