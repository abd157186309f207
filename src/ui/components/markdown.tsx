import { LRUCache } from 'lru-cache'
import type { ListItem, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type ComponentChildren, Fragment, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

export interface MarkdownProps {
  /** CommonMark, as somebody wrote it. */
  text: string
  /** The level of the text's own highest heading; the page has its h1. */
  level?: 2 | 3 | 4
  /** Put before addresses of this site, for readers elsewhere: `https://example.org`. */
  base?: string
  /** Which addresses may stand as pictures; none unless given. */
  isPicture?: (address: string) => boolean
}

/**
 * What somebody wrote, as HTML. Only the elements below are ever made: HTML in the text is shown as it was typed,
 * pictures by their alternative text unless they are our own, and a link that leads anywhere but to a page or a
 * mail address is plain text.
 */
export function Markdown({ text, level = 2, base = '', isPicture }: MarkdownProps) {
  const html = isPicture ? draw(text, level, base, isPicture) : drawOnce(text, level, base)
  // Safe, for it is drawn right here, of our own elements only.
  return <div class="markdown flow" dangerouslySetInnerHTML={{ __html: html }} />
}

/** Texts that were drawn lately: reading and drawing fifty answers takes longer than the rest of their page. */
const known = new LRUCache<string, string>({
  maxSize: 8_000_000,
  sizeCalculation: (html, key) => html.length + key.length,
})

function drawOnce(text: string, level: number, base: string): string {
  const key = `${level} ${base} ${text}`
  const found = known.get(key)
  if (found !== undefined) return found
  const html = draw(text, level, base, () => false)
  known.set(key, html)
  return html
}

function draw(text: string, level: number, base: string, isPicture: (address: string) => boolean): string {
  const tree = fromMarkdown(text.replace(tooManyOpeners, '$1'))
  const definitions = new Map(
    tree.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  )
  const headings = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  const place = { shift: level - Math.min(...headings), base, isPicture, definitions, depth: 0 }
  return tree.children.map((node) => renderToString(<Fragment>{show(node, place)}</Fragment>)).join('')
}

interface Place {
  /** From the depth of a heading in the text to its level in the page. */
  shift: number
  base: string
  isPicture: (address: string) => boolean
  definitions: Map<string, string>
  depth: number
}

/** Quotes and lists within each other deeper than this are nobody's honest text. */
const deepest = 12

/** Marks that open a quote or a list within another on one line, beyond that depth: reading them takes time by the square. */
const opener = String.raw`[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))`
const tooManyOpeners = new RegExp(`^((?:${opener}){${deepest}})(?:${opener})+`, 'gm')

function show(node: Nodes, place: Place): ComponentChildren {
  const inner = () =>
    'children' in node && place.depth < deepest
      ? node.children.map((child) => show(child, { ...place, depth: place.depth + 1 }))
      : null
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value
    case 'paragraph':
      return <p>{inner()}</p>
    case 'heading':
      return heading(node.depth + place.shift, inner())
    case 'emphasis':
      return <em>{inner()}</em>
    case 'strong':
      return <strong>{inner()}</strong>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inner()}</ol> : <ul>{inner()}</ul>
    case 'listItem':
      return <li>{node.spread || place.depth >= deepest ? inner() : tight(node, place)}</li>
    case 'link':
      return link(node.url, inner(), place)
    case 'linkReference':
      return link(place.definitions.get(node.identifier) ?? '', inner(), place)
    case 'image':
      // Whoever does not see a picture must be told what it shows.
      return node.alt && place.isPicture(node.url) ? (
        <img src={place.base + node.url} alt={node.alt} loading="lazy" />
      ) : (
        (node.alt ?? '')
      )
    case 'imageReference':
      return node.alt ?? ''
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    default:
      return null
  }
}

/** The points of a list without empty lines between them stand without paragraphs of their own. */
function tight(item: ListItem, place: Place): ComponentChildren {
  const deeper = { ...place, depth: place.depth + 1 }
  return item.children.map((child) =>
    child.type === 'paragraph' ? child.children.map((each) => show(each, deeper)) : show(child, deeper),
  )
}

function heading(level: number, children: ComponentChildren): VNode {
  const Heading = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[Math.min(Math.max(level, 2), 6) - 2] ?? 'h6'
  return <Heading>{children}</Heading>
}

function link(address: string, children: ComponentChildren, { base }: Place): ComponentChildren {
  const href = safeAddress(address, base)
  return href === null ? children : <a href={href}>{children}</a>
}

const ownSite = 'https://own.invalid'

/** An address that a link may lead to, or null: http, https, mailto, tel, or a path of this site. */
export function safeAddress(address: string, base = ''): string | null {
  const own = address.startsWith('/') || address.startsWith('#')
  const url = URL.parse(address, own ? ownSite : undefined)
  if (!url || url.username || url.password) return null
  if (own) return url.origin === ownSite ? base + url.href.slice(ownSite.length) : null
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null
}
