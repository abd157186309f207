import type { FoundBy } from './tables.ts'

/** Who searches: which audiences are theirs, and of which organisations they see what is not published yet. */
export interface Viewer {
  audiences: FoundBy[]
  organisationCodes: string[] | 'all'
}

export const hitsPerPage = 20
/**
 * So many hits are weighed against each other and counted: of a word that stands in more texts than that, the newest,
 * and besides the newest that have it in their title.
 */
export const mostWeighed = 500
/** Of those, so many are compared word by word; the others follow by title and age. */
export const mostCompared = 100
/** No page of a search begins further in than what was weighed. */
export const mostPages = mostWeighed / hitsPerPage

/** Round a word that was found, in texts of the database; no text that people write holds them. */
export const marks = { start: '\uE000', end: '\uE001' } as const

/** A text cut where it was marked: what was found, and what stands round it. */
export function piecesOf(marked: string): { text: string; found: boolean }[] {
  return marked
    .split(marks.start)
    .flatMap((part, i) => {
      const [first = '', ...rest] = part.split(marks.end)
      return [
        { text: first, found: i > 0 },
        { text: rest.join(''), found: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
