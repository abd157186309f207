import type { Nodes, PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { safeAddress } from './components/markdown.tsx'

/** A run of letters on paper. */
export interface Run {
  text: string
  strong: boolean
  emphasis: boolean
  /** Empty when it leads nowhere. */
  href: string
}

/** A part of a text on paper. */
export type Block =
  | { kind: 'heading' | 'paragraph' | 'quote'; runs: Run[] }
  | { kind: 'list' | 'numbered'; items: Run[][] }
  | { kind: 'picture'; address: string; alt: string }

/** Markdown as the few things that paper knows; everything else becomes plain paragraphs, pictures alone where they are ours. */
export function blocksOf(text: string, base: string, isPicture: (address: string) => boolean): Block[] {
  return fromMarkdown(text).children.flatMap((node) => block(node, base, isPicture))
}

function block(node: Nodes, base: string, isPicture: (address: string) => boolean): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', runs: runs(node.children, base) }]
    case 'paragraph': {
      const pictures = node.children.flatMap((child): Block[] =>
        child.type === 'image' && child.alt && isPicture(child.url)
          ? [{ kind: 'picture', address: child.url, alt: child.alt }]
          : [],
      )
      const words = runs(
        node.children.filter((child) => child.type !== 'image' || !isPicture(child.url)),
        base,
      )
      return [
        ...pictures,
        ...(words.some(({ text }) => text.trim()) ? [{ kind: 'paragraph' as const, runs: words }] : []),
      ]
    }
    case 'list':
      return [
        {
          kind: node.ordered ? 'numbered' : 'list',
          items: node.children.map((item) => item.children.flatMap((child) => runsIn(child, base))),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', runs: node.children.flatMap((child) => runsIn(child, base)) }]
    case 'code':
    case 'html':
      return [{ kind: 'paragraph', runs: [plain(node.value)] }]
    default:
      return []
  }
}

function runsIn(node: Nodes, base: string): Run[] {
  if (node.type === 'paragraph' || node.type === 'heading') return runs(node.children, base)
  if ('children' in node) return node.children.flatMap((child) => runsIn(child, base))
  return 'value' in node ? [plain(node.value)] : []
}

function runs(
  nodes: PhrasingContent[],
  base: string,
  style: Omit<Run, 'text'> = { strong: false, emphasis: false, href: '' },
): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return [{ ...style, text: node.value }]
      case 'strong':
        return runs(node.children, base, { ...style, strong: true })
      case 'emphasis':
        return runs(node.children, base, { ...style, emphasis: true })
      case 'link':
        return runs(node.children, base, { ...style, href: safeAddress(node.url, base) ?? '' })
      case 'break':
        return [{ ...style, text: ' ' }]
      case 'image':
        return [{ ...style, text: node.alt ?? '' }]
      default:
        return 'children' in node ? runs(node.children, base, style) : []
    }
  })
}

const plain = (text: string): Run => ({ text, strong: false, emphasis: false, href: '' })
