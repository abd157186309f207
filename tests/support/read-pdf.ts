import { getDocumentProxy } from 'unpdf'

/** What a reader and a screen reader find in a PDF. */
export interface ReadPdf {
  /** The text of each page, every kind of space as one. */
  pages: string[]
  text: string
  title: string
  language: string
  /** The file says that its content is tagged. */
  marked: boolean
  /** Roles of the structure tree from top to bottom, such as `H1`, `Table`, `TH`. */
  roles: string[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages: string[] = []
  const roles: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    pages.push(words.join('').replace(/\s+/g, ' '))
    const tree: unknown = await page.getStructTree()
    collectRoles(tree, roles)
  }
  const { info } = await pdf.getMetadata()
  const mark = await pdf.getMarkInfo()
  return {
    pages,
    text: pages.join(' '),
    title: textOf(info, 'Title'),
    language: textOf(info, 'Language'),
    marked: mark !== null && 'Marked' in mark && mark.Marked === true,
    roles,
  }
}

function collectRoles(node: unknown, roles: string[]): void {
  if (typeof node !== 'object' || node === null) return
  if ('role' in node && typeof node.role === 'string') roles.push(node.role)
  if ('children' in node && Array.isArray(node.children)) {
    for (const child of node.children) collectRoles(child, roles)
  }
}

function textOf(record: object, key: string): string {
  const value = Object.entries(record).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : ''
}
