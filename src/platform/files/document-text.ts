import { XMLParser } from 'fast-xml-parser'
import { textOfEntry } from './zip.ts'

/** What a document may unfold to before its text is read, and how much of a PDF is read. */
const limits = { unfolded: 30_000_000, pages: 400 }

/**
 * The text of a PDF, DOCX or ODT: an empty line between paragraphs, the lines of a PDF as they stand, headings and lists
 * of the others in Markdown. Null when nothing can be read, as in a scanned PDF.
 */
export async function readDocumentText(bytes: Buffer, name: string): Promise<string | null> {
  const ending = name.split('.').at(-1)?.toLowerCase()
  const text = await (ending === 'pdf' ? textOfPdf(bytes) : textOfZip(bytes, ending)).catch(() => null)
  return text?.trim() || null
}

async function textOfPdf(bytes: Buffer): Promise<string> {
  // Loaded when it is first needed, for it is large.
  const { getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const lines: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, limits.pages); number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    lines.push(...items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')), '\n\n')
    page.cleanup()
  }
  return lines
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

async function textOfZip(bytes: Buffer, ending: string | undefined): Promise<string> {
  const entry = ending === 'docx' ? 'word/document.xml' : 'content.xml'
  const xml = await textOfEntry(bytes, entry, limits.unfolded)
  if (!xml) return ''
  const tree: unknown = parser.parse(xml)
  return paragraphsOf(tree, false)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
})

/** An element as the parser gives it: its name, what is in it, and its attributes. */
interface Element {
  name: string
  children: unknown
  attributes: Record<string, unknown>
}

function elementsOf(nodes: unknown): Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown) => {
    if (typeof node !== 'object' || node === null) return []
    const entries = Object.entries(node)
    const attributes = Object.fromEntries(entries)[':@'] ?? {}
    return entries
      .filter(([name]) => name !== ':@')
      .map(([name, children]) => ({ name, children, attributes }))
  })
}

/** Every paragraph and heading in the order of the document. */
function paragraphsOf(nodes: unknown, inList: boolean): string[] {
  return elementsOf(nodes).flatMap((element): string[] => {
    const { name, children } = element
    if (name === 'w:p' || name === 'text:p' || name === 'text:h') {
      const level = levelOf(element)
      const isPoint = inList || findAll(children, 'w:numPr').length > 0
      const mark = level > 0 ? `${'#'.repeat(level + 1)} ` : isPoint ? '- ' : ''
      return [mark + wordsOf(children).trim()]
    }
    return paragraphsOf(children, inList || name === 'text:list-item')
  })
}

/** The level of a heading, 0 for a paragraph. Styles are called "Heading 1" or, in Swedish, "Rubrik 1". */
function levelOf({ name, children, attributes }: Element): number {
  const [style] = findAll(children, 'w:pStyle')
  const written =
    name === 'text:h'
      ? String(attributes['text:outline-level'] ?? '1')
      : (/^(?:Heading|Rubrik) ?([1-5])$/i.exec(String(style?.attributes['w:val'] ?? ''))?.[1] ?? '0')
  return Math.min(Number.parseInt(written, 10) || 0, 5)
}

function findAll(nodes: unknown, wanted: string): Element[] {
  return elementsOf(nodes).flatMap((element) =>
    element.name === wanted ? [element] : findAll(element.children, wanted),
  )
}

function wordsOf(nodes: unknown): string {
  return elementsOf(nodes)
    .map(({ name, children }) => {
      if (name === '#text') return String(children)
      if (name === 'w:tab' || name === 'text:tab' || name === 'text:s') return ' '
      if (name === 'w:br' || name === 'text:line-break') return '\n'
      // What Word says of changes that were taken away is not the text.
      return name === 'w:del' || name === 'w:instrText' ? '' : wordsOf(children)
    })
    .join('')
}
