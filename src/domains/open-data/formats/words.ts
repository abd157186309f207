import type { Cell, Content } from '../content.ts'
import type { Texts } from '../texts.sv.ts'

/** Changes the codes of a row into words for readers. A code without a word stays. */
export function inWords({ columns }: Content, t: Texts): (row: Cell[]) => Cell[] {
  const dictionaries = columns.map(({ words }): Record<string, string> | null =>
    words ? t.words[words] : null,
  )
  return (row) =>
    row.map((cell, i) => {
      const dictionary = dictionaries[i]
      return dictionary && typeof cell === 'string' ? (dictionary[cell] ?? cell) : cell
    })
}
