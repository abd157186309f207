import { defused } from '#platform/table-files.ts'
import type { Cell, Content, Reader } from '../content.ts'
import { textsOf } from '../texts.ts'
import { inWords } from './words.ts'

/** `swedish` opens right in a Swedish Excel: byte order mark, semicolons, decimal comma, words for codes. */
export type CsvKind = 'plain' | 'swedish'

/** A content as CSV by RFC 4180 in UTF-8, batch by batch. */
export async function* csvOf(
  content: Content,
  reader: Reader,
  kind: CsvKind,
  every = 1,
): AsyncGenerator<string> {
  const swedish = kind === 'swedish'
  const t = textsOf(reader.locale)
  const head = content.columns.map(({ key }) => (swedish ? (t.columns[key][0] ?? key) : key))
  yield (swedish ? '\ufeff' : '') + csvLines([head], kind)
  const words = swedish ? inWords(content, t) : null
  for await (const rows of content.read(reader, every)) {
    yield csvLines(words ? rows.map(words) : rows, kind)
  }
}

/** Rows as lines, each with its line end. */
export function csvLines(rows: Cell[][], kind: CsvKind): string {
  const separator = kind === 'swedish' ? ';' : ','
  const cell = kind === 'swedish' ? swedishCell : plainCell
  let lines = ''
  for (const row of rows) lines += `${row.map(cell).join(separator)}\r\n`
  return lines
}

function plainCell(cell: Cell): string {
  return typeof cell === 'string' ? quoted(defused(cell)) : cell === null ? '' : String(cell)
}

function swedishCell(cell: Cell): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : plainCell(cell)
}

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
