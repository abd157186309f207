/** A cell as a workbook or a table of text holds it. */
export type Cell = string | number | boolean | Date | null | undefined

/** A sheet with its cells from A1 on, and what stands behind those that hold a formula or an error. */
export interface Sheet {
  name: string
  rows: Cell[][]
  formulas: ReadonlyMap<string, 'computed' | 'uncomputed' | 'error'>
}

/** The columns of a report as a table, in their order. */
export const reportColumns = [
  'id',
  'figure',
  'unit',
  'organisation',
  'year',
  'before',
  'value',
  'numerator',
  'denominator',
  'missing',
  'comment',
  'reason',
] as const
export type ReportColumn = (typeof reportColumns)[number]

const answered = ['value', 'numerator', 'denominator', 'missing', 'comment', 'reason'] as const

/** What somebody wrote in the row of a figure, as the form's fields. */
export interface WrittenRow {
  figureId: string
  sheet: string
  /** Row in the sheet, the first is 1. */
  row: number
  value: string
  numerator: string
  denominator: string
  missing: string
  comment: string
  reason: string
  /** How something was understood that is not written as we write it. */
  understood: ('formula' | 'organisation')[]
}

/** A cell that cannot be taken, by sheet and name (`E7`), why, and what stands there. */
export interface CellFault {
  sheet: string
  cell: string
  reason: CellReason
  given: string
}

export type CellReason =
  | 'no-header'
  | 'unknown-figure'
  | 'figure-twice'
  | 'date'
  | 'truth'
  | 'uncomputed'
  | 'error'
  | 'other-organisation'
  | 'other-year'

/** What a table is read against. */
export interface Known {
  figures: ReadonlySet<string>
  year: number
  columnOf: (heading: string) => ReportColumn | undefined
  /** Whether words name the report's own organisation: as we write it, in another spelling, or not. */
  isOwn: (words: string) => 'exactly' | 'almost' | 'no'
}

/**
 * Reads the rows of a report's table. It may stand on any sheet, whatever its name: the first row that names the
 * columns for the figure and its value begins it, whatever stands above. Rows where nothing is written are left out. A
 * date in a column of numbers is what a spreadsheet makes of `1,5` in the wrong language, so it is told and never
 * guessed at; a formula counts as its result; rows of another organisation or year are refused.
 */
export function readReportRows(
  sheets: Sheet[],
  known: Known,
): { written: WrittenRow[]; faults: CellFault[] } {
  for (const sheet of sheets) {
    const at = sheet.rows.findIndex((row) => {
      const found = row.map((cell) => known.columnOf(text(cell)))
      return found.includes('id') && found.includes('value')
    })
    if (at >= 0) return readTable(sheet, at, known)
  }
  const fault: CellFault = { sheet: sheets[0]?.name ?? '', cell: 'A1', reason: 'no-header', given: '' }
  return { written: [], faults: [fault] }
}

function readTable(sheet: Sheet, at: number, known: Known): { written: WrittenRow[]; faults: CellFault[] } {
  const columns = (sheet.rows[at] ?? []).map((cell) => known.columnOf(text(cell)))
  const written: WrittenRow[] = []
  const faults: CellFault[] = []
  sheet.rows.slice(at + 1).forEach((cells, index) => {
    const read = readRow({ sheet, columns, cells, row: at + index + 2 }, known, written)
    if (read && 'reason' in read && 'cell' in read) faults.push(read)
    else if (read) written.push(read)
  })
  return { written, faults }
}

interface Row {
  sheet: Sheet
  columns: (ReportColumn | undefined)[]
  cells: Cell[]
  row: number
}

/** One row: what is written in it, what is wrong with it, or nothing. */
function readRow(
  { sheet, columns, cells, row }: Row,
  known: Known,
  before: WrittenRow[],
): WrittenRow | CellFault | undefined {
  const nameOf = (column: ReportColumn) => `${letter(columns.indexOf(column))}${row}`
  const cellOf = (column: ReportColumn) => (columns.includes(column) ? cells[columns.indexOf(column)] : null)
  const fault = (column: ReportColumn, reason: CellReason): CellFault => ({
    sheet: sheet.name,
    cell: nameOf(column),
    reason,
    given: text(cellOf(column)),
  })
  const behind = (column: ReportColumn) => sheet.formulas.get(nameOf(column))
  const inUse = answered.filter((column) => columns.includes(column))
  if (inUse.every((column) => text(cellOf(column)) === '' && behind(column) === undefined)) return undefined

  const figureId = text(cellOf('id')).toLowerCase()
  if (!known.figures.has(figureId)) return fault('id', 'unknown-figure')
  const organisation = text(cellOf('organisation'))
  const own = organisation === '' ? 'exactly' : known.isOwn(organisation)
  if (own === 'no') return fault('organisation', 'other-organisation')
  const year = text(cellOf('year'))
  if (year !== '' && year !== String(known.year)) return fault('year', 'other-year')
  if (before.some((one) => one.figureId === figureId)) return fault('id', 'figure-twice')
  for (const column of inUse) {
    const [cell, formula] = [cellOf(column), behind(column)]
    if (formula === 'error' || formula === 'uncomputed') return fault(column, formula)
    if (cell instanceof Date) return fault(column, 'date')
    if (typeof cell === 'boolean') return fault(column, 'truth')
  }
  const isFormula = inUse.some((column) => behind(column) === 'computed')
  return {
    figureId,
    sheet: sheet.name,
    row,
    value: text(cellOf('value')),
    numerator: text(cellOf('numerator')),
    denominator: text(cellOf('denominator')),
    missing: text(cellOf('missing')),
    comment: text(cellOf('comment')),
    reason: text(cellOf('reason')),
    understood: [
      ...(isFormula ? (['formula'] as const) : []),
      ...(own === 'almost' ? (['organisation'] as const) : []),
    ],
  }
}

/** What a cell says; numbers with a decimal comma, as people type them. */
function text(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return digits(cell).replace('.', ',')
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim()
}

/** A number without an exponent. */
function digits(value: number): string {
  return /e/.test(String(value))
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : String(value)
}

/** The name of a column in a spreadsheet: A, B … Z, AA. */
function letter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + Math.max(index, 0))
    : letter(Math.floor(index / 26) - 1) + letter(index % 26)
}
