import { mergeThree } from '#platform/text/merge-three.ts'

/**
 * What two people wrote from one beginning, as one text. Where both wrote in the same place, theirs stands before mine:
 * no word that either added is left out.
 */
export function mergeTexts(beginning: string, theirs: string, mine: string): string {
  return mergeThree(wordsOf(beginning), wordsOf(mine), wordsOf(theirs))
    .flatMap((part) => ('agreed' in part ? part.agreed : bothOf(part.theirs, part.mine)))
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
