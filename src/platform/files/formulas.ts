import { XMLParser } from 'fast-xml-parser'
import { textOfEntry } from './zip.ts'

/** What stands behind a cell: a formula with its result, one that nobody has computed, or an error such as #DIV/0!. */
export type Formula = 'computed' | 'uncomputed' | 'error'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'sheet' || name === 'Relationship',
})

/**
 * The cells of a workbook (XLSX) that hold a formula or an error, by sheet and cell (`E7`). Readers give such cells as
 * plain values or as nothing, so this tells what they do not. Unreadable parts count as having none; each part is read
 * up to `limit` bytes.
 */
export async function formulasIn(bytes: Buffer, limit: number): Promise<Map<string, Map<string, Formula>>> {
  const [book, links] = await Promise.all([
    textOfEntry(bytes, 'xl/workbook.xml', limit),
    textOfEntry(bytes, 'xl/_rels/workbook.xml.rels', limit),
  ])
  const sheets: { name: string; 'r:id': string }[] = parser.parse(book ?? '').workbook?.sheets?.sheet ?? []
  const parts: { Id: string; Target: string }[] = parser.parse(links ?? '').Relationships?.Relationship ?? []
  const found = new Map<string, Map<string, Formula>>()
  for (const { name, 'r:id': id } of sheets) {
    const target = parts.find(({ Id }) => Id === id)?.Target.replace(/^\/?(xl\/)?/, '')
    found.set(name, formulasOf((await textOfEntry(bytes, `xl/${target}`, limit)) ?? ''))
  }
  return found
}

function formulasOf(sheet: string): Map<string, Formula> {
  const found = new Map<string, Formula>()
  for (const [, attributes = '', inside = ''] of sheet.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const cell = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1]
    if (!cell) continue
    if (/\bt="e"/.test(attributes)) found.set(cell, 'error')
    else if (/<f[\s>/]/.test(inside))
      found.set(cell, /<v>[^<]+<\/v>/.test(inside) ? 'computed' : 'uncomputed')
  }
  return found
}
