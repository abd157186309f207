import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element as a test asks about it: names without prefix, text as it was written. */
export interface XmlNode {
  name: string
  text: string
  attributes: Record<string, string>
  children: XmlNode[]
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
})

/** The root element of a document. Throws when the document is not well-formed. */
export function readXml(xml: string): XmlNode {
  const verdict = XMLValidator.validate(xml)
  if (verdict !== true) throw new Error(verdict.err.msg)
  const [root] = nodesOf(parser.parse(xml))
  if (!root) throw new Error('No root element')
  return root
}

/** All elements at a path such as `InvoiceLine/Item/Name` below an element. */
export function all(node: XmlNode, path: string): XmlNode[] {
  return path
    .split('/')
    .reduce(
      (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
      [node],
    )
}

/** The text of the first element at a path, or undefined. */
export function textAt(node: XmlNode, path: string): string | undefined {
  return all(node, path)[0]?.text
}

/** An element and everything below it. */
export function everything(node: XmlNode): XmlNode[] {
  return [node, ...node.children.flatMap(everything)]
}

function nodesOf(raw: unknown): XmlNode[] {
  if (!Array.isArray(raw)) return []
  return raw.filter(isRecord).flatMap((one) => {
    const name = Object.keys(one).find((key) => key !== ':@' && key !== '#text')
    if (name === undefined) return []
    const attributes = isRecord(one[':@']) ? one[':@'] : {}
    return {
      name,
      text: textsOf(one[name]),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: nodesOf(one[name]),
    }
  })
}

function textsOf(raw: unknown): string {
  if (!Array.isArray(raw)) return ''
  return raw.map((one) => (isRecord(one) && '#text' in one ? String(one['#text']) : '')).join('')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
