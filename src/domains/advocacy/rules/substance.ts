/**
 * Whether a text says something else than before. Spaces, marks and capitals say nothing; a change of words does, unless
 * the writer vouches that it is a matter of language alone. Nobody can vouch for numbers: they always say something.
 */
export function changesSubstance(before: string, after: string, onlyLanguage: boolean): boolean {
  if (wordsOf(before).join(' ') === wordsOf(after).join(' ')) return false
  return !onlyLanguage || numbersOf(before).join(' ') !== numbersOf(after).join(' ')
}

const wordsOf = (text: string) =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Every number and every marker of a key figure, in the order that they stand. */
const numbersOf = (text: string) => text.match(/\{\{[^{}]*\}\}|\d+(?:[.,]\d+)*\s*%?/g) ?? []
