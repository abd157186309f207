import { XMLParser } from 'fast-xml-parser'
import { UnreadablePaymentFile } from './payment.ts'

/** What a bank's message never reaches: elements and attributes together, and elements inside each other. */
const mostNodes = 400_000
const deepest = 60

const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const parser = new XMLParser({
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  maxNestedTags: deepest + 1,
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
})

/** An element of a message. Names are without namespace prefix; a missing element reads as empty text. */
export class XmlElement {
  readonly #node: unknown
  /** Where it stands: `Stmt[1]/Ntry[3]/Amt`. */
  readonly where: string

  constructor(node: unknown, where: string) {
    this.#node = node
    this.where = where
  }

  /** Every element at a path below this one, in the order of the file. */
  all(...path: string[]): XmlElement[] {
    const [name, ...rest] = path
    if (name === undefined) return [this]
    const nodes = ownValue(this.#node, name)
    if (!Array.isArray(nodes)) return []
    return nodes.flatMap((node, i) =>
      new XmlElement(node, `${this.where && `${this.where}/`}${name}[${i + 1}]`).all(...rest),
    )
  }

  first(...path: string[]): XmlElement | undefined {
    return this.all(...path)[0]
  }

  /** The text of the first element at a path, white space around it cut; empty when there is none. */
  text(...path: string[]): string {
    const [name] = path
    if (name !== undefined) return this.first(...path)?.text() ?? ''
    const own = typeof this.#node === 'string' ? this.#node : ownValue(this.#node, '#text')
    return typeof own === 'string' ? plain(own, this.where).trim() : ''
  }

  attribute(name: string): string {
    const value = ownValue(this.#node, `@${name}`)
    return typeof value === 'string' ? plain(value, this.where).trim() : ''
  }
}

function ownValue(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined
  return Object.getOwnPropertyDescriptor(node, name)?.value
}

/**
 * Reads XML that somebody else wrote. Only the five entities of XML itself and numbered characters are understood; a
 * DOCTYPE, an ENTITY or another entity is refused, and so are too many or too deep elements, before anything is built.
 * Throws UnreadablePaymentFile: `entity`, `too-large`, `structure`.
 */
export function readXml(text: string): XmlElement {
  const forbidden = /<!\s*(?:DOCTYPE|ENTITY)/i.exec(text)
  if (forbidden) throw new UnreadablePaymentFile('entity', lineAt(text, forbidden.index))
  checkTags(text)
  try {
    return new XmlElement(parser.parse(text), '')
  } catch {
    throw new UnreadablePaymentFile('structure', 'XML')
  }
}

/** Walks through the tags once: every one closed in turn, one root, nothing outside it, all within the limits. */
function checkTags(text: string): void {
  const open: string[] = []
  let nodes = 0
  let at = 0
  const fault = (reason: 'structure' | 'too-large' = 'structure') =>
    new UnreadablePaymentFile(reason, lineAt(text, at))
  for (let next = text.indexOf('<'); next !== -1; next = text.indexOf('<', at)) {
    if (open.length === 0 && text.slice(at, next).trim() !== '') throw fault()
    at = next
    const aside = asides.find(([start]) => text.startsWith(start, next))
    if (aside) {
      const end = text.indexOf(aside[1], next + aside[0].length)
      if (end === -1 || (aside[0] === '<![CDATA[' && open.length === 0)) throw fault()
      at = end + aside[1].length
      continue
    }
    const tag = tagAt(text, next)
    if (!tag) throw fault()
    if (tag.isClosing && (open.pop() !== tag.name || tag.attributes > 0)) throw fault()
    if (!tag.isClosing && open.length === 0 && nodes > 0) throw fault()
    if (!tag.isClosing && !tag.isEmpty) open.push(tag.name)
    nodes += tag.isClosing ? 0 : 1 + tag.attributes
    if (nodes > mostNodes) throw fault('too-large')
    if (open.length > deepest) throw fault()
    at = tag.end
  }
  if (open.length > 0 || nodes === 0 || text.slice(at).trim() !== '') throw fault()
}

/** The tag that begins here. Nobody writes a thousand spaces in a tag; to try them all takes more stack than there is. */
function tagAt(text: string, start: number) {
  const [head, slash, name] = matchAt(/<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)/y, text, start)
  if (head === undefined || name === undefined) return undefined
  let end = start + head.length
  let attributes = 0
  for (;;) {
    const [attribute] = matchAt(
      /\s{1,999}[A-Za-z_][\w.:-]*\s{0,999}=\s{0,999}(?:"[^"<]*"|'[^'<]*')/y,
      text,
      end,
    )
    if (attribute === undefined) break
    end += attribute.length
    attributes += 1
    if (attributes > mostNodes) break
  }
  const [tail, empty] = matchAt(/\s{0,999}(\/?)>/y, text, end)
  if (tail === undefined && attributes <= mostNodes) return undefined
  end += tail?.length ?? 0
  return { name, attributes, end, isClosing: slash === '/', isEmpty: empty === '/' }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | [] {
  pattern.lastIndex = at
  return pattern.exec(text) ?? []
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Text with the entities of XML itself and numbered characters as what they stand for. */
function plain(text: string, where: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,40}));|&/gi, (_all, decimal, hex, name) => {
    const letter = named.get(name)
    if (letter !== undefined) return letter
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : Number.NaN
    if (code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff))
      return String.fromCodePoint(code)
    if ([0x9, 0xa, 0xd].includes(code)) return ' '
    throw new UnreadablePaymentFile(name ? 'entity' : 'structure', where)
  })
}

function lineAt(text: string, at: number): string {
  return `line ${text.slice(0, at).split('\n').length}`
}
