import type { Direction } from '../tables.ts'
import { isBetter } from './direction.ts'
import { type Contender, possibleValues } from './noise.ts'

/** Two are told apart when one is ahead in at least this share of all draws. */
export const sureShare = 0.95

/** How sure it is that one contender is ahead of another. */
export interface PairComparison {
  /** Share of draws in which the first is better, and in which it is worse; the rest are ties. */
  ahead: number
  behind: number
  /** `unknown` when the noise of either is not known. */
  word: 'ahead' | 'behind' | 'not-apart' | 'unknown'
}

/**
 * Compares every possible value of one with every possible value of the other: what the rounds of the ranking
 * tend to when there are many, without keeping them.
 */
export function comparePair(one: Contender, other: Contender, direction: Direction): PairComparison {
  const [mine, theirs] = [possibleValues(one), possibleValues(other)]
  if (!mine || !theirs) return { ahead: 0, behind: 0, word: 'unknown' }
  const draws = mine.length * theirs.length
  const ahead = countPairs(mine, theirs, direction) / draws
  const behind = countPairs(theirs, mine, direction) / draws
  return { ahead, behind, word: ahead >= sureShare ? 'ahead' : behind >= sureShare ? 'behind' : 'not-apart' }
}

/** Whether two can be told apart; null when the noise of either is not known. */
export function toldApart(one: Contender, other: Contender, direction: Direction): boolean | null {
  const { word } = comparePair(one, other, direction)
  return word === 'unknown' ? null : word !== 'not-apart'
}

/** The codes of those that cannot be told apart from mine, in the order given. */
export function notApartFrom(mine: Contender, others: Contender[], direction: Direction): string[] {
  return others.flatMap((other) =>
    other.code !== mine.code && toldApart(mine, other, direction) === false ? [other.code] : [],
  )
}

function countPairs(better: number[], worse: number[], direction: Direction): number {
  let count = 0
  for (const a of better) for (const b of worse) if (isBetter(a, b, direction)) count += 1
  return count
}
