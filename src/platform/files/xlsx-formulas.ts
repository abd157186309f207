import { textOfEntry } from './zip.ts'

/** A cell whose formula has no value that could be read: never computed, or computed to a fault. Counted from 0. */
export interface UnreadFormula {
  row: number
  column: number
  /** `=A1+B1`, or the fault: `#DIV/0!`. */
  text: string
}

/** What one sheet may unfold to here, in bytes. */
const largestSheet = 100 * 2 ** 20

/**
 * The formulas of a workbook that a reader of values would take for empty cells, by the name of their sheet. Sheets
 * that cannot be told apart are left out.
 */
export async function unreadFormulas(bytes: Buffer): Promise<Map<string, UnreadFormula[]>> {
  const [workbook = '', links = ''] = [
    await textOfEntry(bytes, 'xl/workbook.xml', largestSheet),
    await textOfEntry(bytes, 'xl/_rels/workbook.xml.rels', largestSheet),
  ]
  const targets = new Map(
    tags(links, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  const found = new Map<string, UnreadFormula[]>()
  for (const tag of tags(workbook, 'sheet')) {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    const sheet = await textOfEntry(bytes, path, largestSheet)
    if (sheet !== undefined) found.set(plain(attribute(tag, 'name')), formulasIn(sheet))
  }
  return found
}

function formulasIn(sheet: string): UnreadFormula[] {
  return [...sheet.matchAll(/<c\b([^>]*[^/>])>(.*?)<\/c>/gs)].flatMap(([, head = '', body = '']) => {
    const value = /<v\b[^>]*>([^<]*)<\/v>/.exec(body)?.[1] ?? ''
    const formula = /<f\b[^>]*?(?:\/>|>([^<]*)<\/f>)/.exec(body)
    const isFault = attribute(head, 't') === 'e'
    const place = /^([A-Z]+)(\d+)$/.exec(attribute(head, 'r'))
    if (!place || (!isFault && (!formula || value !== ''))) return []
    const [, letters = '', row] = place
    return [
      {
        row: Number(row) - 1,
        column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
        text: isFault ? plain(value) || '#' : `=${plain(formula?.[1] ?? '')}`,
      },
    ]
  })
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, head = '']) => head)
}

function attribute(head: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1] ?? ''
}

function plain(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
