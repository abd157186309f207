import { xlsxOf } from '#platform/files/xlsx-writer.ts'
import type { Content, Reader } from '../content.ts'
import { textsOf } from '../texts.ts'
import { inWords } from './words.ts'

/** A content as a workbook for people: headings and words in the reader's language, and a sheet of notes. */
export function workbookOf(
  content: Content,
  reader: Reader,
  notes: string[],
  every = 1,
): AsyncGenerator<Uint8Array> {
  const t = textsOf(reader.locale)
  const words = inWords(content, t)
  async function* rows() {
    for await (const batch of content.read(reader, every)) yield batch.map(words)
  }
  const [first = '', ...rest] = notes
  return xlsxOf([
    { name: content.name, head: content.columns.map(({ key }) => t.columns[key][0] ?? key), rows: rows() },
    { name: t.notes, head: [first], rows: [rest.map((note) => [note])] },
  ])
}
