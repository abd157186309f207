import type { Selection } from '../selection.ts'

/** So many rows stand on a page of a long ranking. */
export const rowsOnPage = 50

/** Stretches of a ranking, by positions from 0 on. */
export interface Stretch {
  from: number
  most: number
}

/**
 * What is shown of a long ranking: a page of it, from the place that was asked for or where mine stands; or the first
 * three and those beside mine. Those beside mine are always known, to say whether they can be told apart.
 */
export function shownPositions(
  { view, wholeRanking, place }: Pick<Selection, 'view' | 'wholeRanking' | 'place'>,
  { mine, count }: { mine: number | null; count: number },
): { shown: Stretch[]; beside: Stretch[] } {
  const beside = mine === null ? [] : [{ from: Math.max(0, mine - 1), most: mine === 0 ? 2 : 3 }]
  if (view !== 'rangordning' && view !== 'tabell') return { shown: [], beside }
  if (view === 'rangordning' && !wholeRanking) return { shown: [{ from: 0, most: 3 }, ...beside], beside: [] }
  const wanted = place === null ? (mine ?? 0) - rowsOnPage / 2 : place - 1
  const from = Math.max(0, Math.min(wanted, count - 1))
  return { shown: [{ from, most: rowsOnPage }], beside }
}

/** The place that so many per cent are worse than, for a jump into the ranking. */
export function placeOfPercentile(percentile: number, count: number): number {
  return Math.min(count, Math.max(1, Math.round((1 - percentile / 100) * count)))
}
