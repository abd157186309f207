import { XMLParser } from 'fast-xml-parser'
import { linesOfPdf } from './pdf-lines.ts'
import { textOfEntry } from './zip.ts'

/** What a document may unfold to before its text is read, and how much of a PDF is read. */
const limits = { unfolded: 30_000_000, elements: 200_000, pages: 400 }

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
  const lines = await linesOfPdf(bytes, limits.pages)
  return lines
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

async function textOfZip(bytes: Buffer, ending: string | undefined): Promise<string> {
  const entry = ending === 'docx' ? 'word/document.xml' : 'content.xml'
  const xml = await textOfEntry(bytes, entry, limits.unfolded)
  if (!xml || isCrowded(xml)) return ''
  const tree: unknown = parser.parse(xml)
  return paragraphsOf(tree, false)
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

/** More elements than anybody has written in a document keep the parser busy for minutes. */
function isCrowded(xml: string): boolean {
  let count = 0
  for (let at = xml.indexOf('<'); at >= 0 && count <= 2 * limits.elements; at = xml.indexOf('<', at + 1)) {
    count += 1
  }
  return count > 2 * limits.elements
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
