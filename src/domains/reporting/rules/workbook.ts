/** A cell as a workbook or a table of text holds it. */
export type Cell = string | number | boolean | Date | null | undefined

/** The columns of a report as a table, in their order. */
export const reportColumns = [
  'id',
  'figure',
  'unit',
  'before',
  'value',
  'numerator',
  'denominator',
  'missing',
  'comment',
] as const
export type ReportColumn = (typeof reportColumns)[number]

/** What somebody wrote in the row of a figure, as the form's fields. */
export interface WrittenRow {
  figureId: string
  /** Row in the sheet, the first is 1. */
  row: number
  value: string
  numerator: string
  denominator: string
  missing: string
  comment: string
}

/** A cell that cannot be taken, by its name in the sheet (`E7`), and why. */
export interface CellFault {
  cell: string
  reason: 'no-header' | 'unknown-figure' | 'figure-twice' | 'date' | 'truth'
}

/**
 * Reads the rows of a report's table: the first row that names the columns for the figure and its value begins it,
 * whatever stands above. Rows where nothing is written are left out. A date in a column of numbers is what a
 * spreadsheet makes of `1,5` in the wrong language, so it is told and never guessed at.
 */
export function readReportRows(
  rows: Cell[][],
  known: { figures: ReadonlySet<string>; columnOf: (heading: string) => ReportColumn | undefined },
): { written: WrittenRow[]; faults: CellFault[] } {
  const at = rows.findIndex((row) => {
    const found = row.map((cell) => known.columnOf(text(cell)))
    return found.includes('id') && found.includes('value')
  })
  const header = rows[at]
  if (!header) return { written: [], faults: [{ cell: 'A1', reason: 'no-header' }] }
  const columns = header.map((cell) => known.columnOf(text(cell)))
  const written: WrittenRow[] = []
  const faults: CellFault[] = []
  rows.slice(at + 1).forEach((cells, i) => {
    const row = at + i + 2
    const name = (column: ReportColumn) => `${letter(columns.indexOf(column))}${row}`
    const cellOf = (column: ReportColumn) => cells[columns.indexOf(column)]
    const answers = (['value', 'numerator', 'denominator', 'missing', 'comment'] as const).map(
      (column) => [column, cellOf(column)] as const,
    )
    if (answers.every(([, cell]) => text(cell) === '')) return
    const odd = answers.find(([, cell]) => cell instanceof Date || typeof cell === 'boolean')
    if (odd) {
      faults.push({ cell: name(odd[0]), reason: odd[1] instanceof Date ? 'date' : 'truth' })
      return
    }
    const figureId = text(cellOf('id')).toLowerCase()
    if (!known.figures.has(figureId)) faults.push({ cell: name('id'), reason: 'unknown-figure' })
    else if (written.some((one) => one.figureId === figureId))
      faults.push({ cell: name('id'), reason: 'figure-twice' })
    else {
      const [value = '', numerator = '', denominator = '', missing = '', comment = ''] = answers.map(
        ([, cell]) => text(cell),
      )
      written.push({ figureId, row, value, numerator, denominator, missing, comment })
    }
  })
  return { written, faults }
}

/** What a cell says; numbers with a decimal comma, as people type them. */
function text(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return cell instanceof Date ? cell.toISOString() : String(cell).trim()
}

/** The name of a column in a spreadsheet: A, B … Z, AA. */
function letter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + Math.max(index, 0))
    : letter(Math.floor(index / 26) - 1) + letter(index % 26)
}
