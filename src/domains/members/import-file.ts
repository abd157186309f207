import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { z } from 'zod'
import { unfoldsWithin } from '#platform/files/zip.ts'
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
  fault:
    | 'file-large'
    | 'file-kind'
    | 'file-old-excel'
    | 'file-broken'
    | 'file-empty'
    | 'file-rows'
    | 'file-no-organisation'
    | 'file-column-twice'
    | 'file-csv'
  detail?: string
}

/**
 * Reads a table of people and organisations: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252 with semicolon, comma
 * or tab. The content decides what it is, not its name. The first row names the columns, in any order.
 */
export async function readImportFile(bytes: Buffer): Promise<ReadTable | FileFault> {
  if (bytes.length > largestImport) return { fault: 'file-large' }
  if (bytes.length === 0) return { fault: 'file-empty' }
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { fault: 'file-old-excel' }
  if (start.startsWith('PK')) return readXlsx(bytes)
  const text = decode(bytes)
  if (text === undefined) return { fault: 'file-kind' }
  return readCsv(text)
}

async function readXlsx(bytes: Buffer): Promise<ReadTable | FileFault> {
  if (!(await unfoldsWithin(bytes, largestUnfolded))) return { fault: 'file-broken' }
  try {
    const sheet = await readSheet(bytes)
    return tableOf(sheet.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) })))
  } catch {
    return { fault: 'file-broken' }
  }
}

/** A cell as text. A municipality's code that a spreadsheet took for a number gets its zero back later. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function readCsv(text: string): ReadTable | FileFault {
  const heading = text.slice(0, text.search(/\r|\n|$/))
  const count = (sign: string) => heading.split(sign).length
  const delimiter = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
  try {
    const read = records.parse(
      parse(text, { delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true }),
    )
    return tableOf(read.map(({ record, info }) => ({ line: info.lines, cells: record })))
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? String(error.lines) : ''
    return { fault: 'file-csv', detail: line }
  }
}

/** The text of a file; undefined when it is no text. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text file holds
  return /[\x00-\x08\x0e-\x1f]/.test(text) ? undefined : text
}

function tableOf(lines: { line: number; cells: string[] }[]): ReadTable | FileFault {
  const [heading, ...body] = lines
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!heading || filled.length === 0) return { fault: 'file-empty' }
  if (filled.length > mostRows) return { fault: 'file-rows', detail: String(mostRows) }
  const columns = heading.cells.map(columnOf)
  const twice = importColumns.find((column) => columns.filter((one) => one === column).length > 1)
  if (twice) return { fault: 'file-column-twice', detail: twice }
  if (!columns.includes('organisationskod') && !columns.includes('organisation')) {
    return { fault: 'file-no-organisation' }
  }
  const rows = filled.map(({ line, cells }): ReadRow => {
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
