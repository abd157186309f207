import { diffArrays } from 'diff'

/** A part of a text between empty lines. Its id stays while it is changed, so that what is said of it follows along. */
export interface Paragraph {
  id: number
  /** Markdown. */
  text: string
}

/** The paragraphs of a text: what stands between empty lines. */
export function splitText(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '')
}

/** The whole text of its paragraphs. */
export function joinText(paragraphs: (Paragraph | string)[]): string {
  return paragraphs.map((one) => (typeof one === 'string' ? one : one.text)).join('\n\n')
}

/**
 * Gives a new text the ids of the old one: what is the same keeps its id, what stands in the place of something that is
 * gone takes over its id, what is new gets the next id never used.
 */
export function carryIds(before: Paragraph[], after: string[], nextId: number): Paragraph[] {
  const ids: number[] = []
  let [next, at] = [nextId, 0]
  let gone: number[] = []
  const changes = diffArrays(
    before.map(({ text }) => text),
    after,
  )
  for (const { added, removed, value } of changes) {
    if (removed) {
      gone = before.slice(at, at + value.length).map(({ id }) => id)
      at += value.length
      continue
    }
    if (added) {
      for (const _ of value) ids.push(gone.shift() ?? next++)
    } else {
      ids.push(...before.slice(at, at + value.length).map(({ id }) => id))
      at += value.length
    }
    gone = []
  }
  return after.map((text, i) => ({ id: ids[i] ?? 0, text }))
}
