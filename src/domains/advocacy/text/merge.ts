import { mergeThree } from '#platform/text/merge-three.ts'
import { splitText } from './paragraphs.ts'

/** A place where two people have written on the same paragraphs. */
export interface Clash {
  /** What stood there when both began; empty when both put in something new. */
  base: string[]
  mine: string[]
  theirs: string[]
}

export interface Merged {
  /** Every change of both; where they clash, mine. */
  text: string
  clashes: Clash[]
}

/** Puts together what two people made of one text, paragraph by paragraph. */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  const parts = mergeThree(splitText(base), splitText(mine), splitText(theirs))
  return {
    text: parts.flatMap((part) => ('agreed' in part ? part.agreed : part.mine)).join('\n\n'),
    clashes: parts.flatMap((part) => ('agreed' in part ? [] : [part])),
  }
}
