/** Words that tell what kind of organisation it is, or which part of it pays, not which one. */
const common = new Set(
  'ab ekonomi ekonomiavdelning ekonomiavdelningen ekonomienheten ekonomikontoret faktura forening foreningen i och stad stads the of municipality'.split(
    ' ',
  ),
)
const kinds = new Map([
  ['kommun', 'municipality'],
  ['kommunen', 'municipality'],
  ['kommuns', 'municipality'],
  ['municipality', 'municipality'],
  ['region', 'region'],
  ['regionen', 'region'],
  ['landsting', 'region'],
])

/**
 * Whether the name on a payment may be the buyer's: `FALKENBERGS KOMMUN EKONOMIENHETEN` and Falkenbergs kommun. All
 * telling words of the shorter name stand in the longer one, case, accents and genitive s aside, and the two are not
 * of different kinds, as Uppsala kommun and Region Uppsala are. A name without telling words is like none.
 */
export function isSimilarPayer(payer: string, buyer: string): boolean {
  const a = wordsOf(payer)
  const b = wordsOf(buyer)
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (few.words.length === 0 || (a.kind && b.kind && a.kind !== b.kind)) return false
  return few.words.every((word) => many.words.includes(word))
}

function wordsOf(name: string): { words: string[]; kind: string | undefined } {
  const all = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return {
    kind: all.map((word) => kinds.get(word)).find(Boolean),
    words: all
      .filter((word) => !common.has(word) && !kinds.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  }
}
