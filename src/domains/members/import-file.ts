import { readSheets, type SheetFault } from '#platform/files/read-sheets.ts'
import { columnOf, importColumns, type ReadRow } from './rules/import-columns.ts'

/** Largest file that is taken in, and what an XLSX may unfold to, in bytes. */
export const largestImport = 10 * 1024 * 1024
const largestUnfolded = 60 * 1024 * 1024
export const mostRows = 20_000

/** A table as it was read: the rows by column, and the headings that nobody knows. */
export interface ReadTable {
  rows: ReadRow[]
  unknownColumns: string[]
}

/** Why a file could not be read; `detail` is a line or a column. */
export interface FileFault {
  fault: SheetFault['fault'] | 'file-rows' | 'file-no-organisation' | 'file-column-twice'
  detail?: string
}

/**
 * Reads a table of people and organisations: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252 with semicolon, comma
 * or tab. The content decides what it is, not its name. The first row names the columns, in any order.
 */
export async function readImportFile(bytes: Buffer): Promise<ReadTable | FileFault> {
  const sheets = await readSheets(bytes, { largest: largestImport, largestUnfolded })
  if ('fault' in sheets) return sheets
  const lines = sheets[0]?.rows ?? []
  return tableOf(lines.map(({ line, cells }) => ({ line, cells: cells.map(String) })))
}

function tableOf(lines: { line: number; cells: string[] }[]): ReadTable | FileFault {
  const [heading, ...body] = lines
  if (!heading || body.length === 0) return { fault: 'file-empty' }
  if (body.length > mostRows) return { fault: 'file-rows', detail: String(mostRows) }
  const columns = heading.cells.map(columnOf)
  const twice = importColumns.find((column) => columns.filter((one) => one === column).length > 1)
  if (twice) return { fault: 'file-column-twice', detail: twice }
  if (!columns.includes('organisationskod') && !columns.includes('organisation')) {
    return { fault: 'file-no-organisation' }
  }
  const rows = body.map(({ line, cells }): ReadRow => {
    const values: ReadRow['values'] = {}
    for (const [i, column] of columns.entries()) {
      const value = cleaned(cells[i] ?? '')
      if (column && value) values[column] = value
    }
    return { line, values }
  })
  const unknownColumns = heading.cells
    .filter((cell, i) => cell.trim() && !columns[i])
    .map((cell) => cell.trim())
  return { rows, unknownColumns: unknownColumns.map((name) => name.slice(0, 60)).slice(0, 20) }
}

/** Without marks that a file carries for its spreadsheet: the apostrophe before a formula's sign, hard spaces. */
function cleaned(cell: string): string {
  return cell
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}
