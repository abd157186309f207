import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { unreadFormulas } from './xlsx-formulas.ts'
import { isWithinReach, mostCells } from './xlsx-reach.ts'
import { unfoldsWithin } from './zip.ts'

/** A cell as text, or as the number that a spreadsheet holds. */
export type SheetCell = string | number

/** A sheet of a workbook, or the one table of a text file. */
export interface Sheet {
  /** Empty for a text file. */
  name: string
  rows: { line: number; cells: SheetCell[] }[]
}

/** Why a file could not be read; `detail` is a line. */
export interface SheetFault {
  fault: 'file-large' | 'file-kind' | 'file-old-excel' | 'file-broken' | 'file-empty' | 'file-csv'
  detail?: string
}

export interface SheetLimits {
  /** Largest file that is taken in, and what an XLSX may unfold to, in bytes. */
  largest: number
  largestUnfolded: number
}

/**
 * Reads a file of tables: XLSX, or CSV in UTF-8, UTF-16 or Windows-1252 with semicolon, comma or tab. The content
 * decides what it is, not its name. Lines where nothing stands are left out.
 */
export async function readSheets(bytes: Buffer, limits: SheetLimits): Promise<Sheet[] | SheetFault> {
  if (bytes.length > limits.largest) return { fault: 'file-large' }
  if (bytes.length === 0) return { fault: 'file-empty' }
  const start = bytes.subarray(0, 8).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return { fault: 'file-old-excel' }
  if (start.startsWith('PK')) return readXlsx(bytes, limits.largestUnfolded)
  const text = decode(bytes)
  if (text === undefined) return { fault: 'file-kind' }
  return readCsv(text)
}

async function readXlsx(bytes: Buffer, largestUnfolded: number): Promise<Sheet[] | SheetFault> {
  if (!(await unfoldsWithin(bytes, largestUnfolded))) return { fault: 'file-broken' }
  if (!(await isWithinReach(bytes, largestUnfolded))) return { fault: 'file-large' }
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const [sheets, formulas] = [await readWorkbook(bytes), await unreadFormulas(bytes)]
    return sheets.map(({ sheet, data }) => {
      const rows = data.map((cells, i) => ({ line: i + 1, cells: cells.map(cellOf) }))
      // What was never computed is told, instead of passing for an empty cell.
      for (const { row, column, text } of formulas.get(sheet) ?? []) {
        const cells = rows[row]?.cells
        if (cells && column < cells.length) cells[column] = text
      }
      return { name: sheet, rows: filled(rows) }
    })
  } catch {
    return { fault: 'file-broken' }
  }
}

function cellOf(cell: unknown): SheetCell {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return cell
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function readCsv(text: string): Sheet[] | SheetFault {
  const heading = text.slice(0, text.search(/\r|\n|$/))
  const count = (sign: string) => heading.split(sign).length
  const delimiter = [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
  if (countOf(text, delimiter) + countOf(text, '\n') + countOf(text, '\r') > mostCells / 2) {
    return { fault: 'file-large' }
  }
  try {
    const read = records.parse(
      parse(text, { delimiter, info: true, bom: true, relax_column_count: true, skip_empty_lines: true }),
    )
    return [{ name: '', rows: filled(read.map(({ record, info }) => ({ line: info.lines, cells: record }))) }]
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? String(error.lines) : ''
    return { fault: 'file-csv', detail: line }
  }
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

function filled(rows: Sheet['rows']): Sheet['rows'] {
  return rows.filter(({ cells }) => cells.some((cell) => String(cell).trim() !== ''))
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
