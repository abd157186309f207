import { diff3Merge } from 'node-diff3'

/**
 * What two people wrote from one beginning, as one text. Where both wrote in the same place, theirs stands before mine:
 * no word that either added is left out.
 */
export function mergeTexts(beginning: string, theirs: string, mine: string): string {
  const parts = diff3Merge(wordsOf(mine), wordsOf(beginning), wordsOf(theirs), {
    excludeFalseConflicts: true,
  })
  return parts
    .flatMap(({ ok, conflict }) => (conflict ? bothOf(conflict.b, conflict.a) : (ok ?? [])))
    .join('')
}

/** Words and the spaces between them, so that they join to the very text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? []
}

function bothOf(first: string[], second: string[]): string[] {
  const [one, other] = [first.join(''), second.join('')]
  if (one === '' || other === '') return [one, other]
  return [one, /\s$/.test(one) ? '' : ' ', other]
}
