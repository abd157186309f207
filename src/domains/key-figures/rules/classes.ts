import { quantileSorted } from 'd3-array'
import type { Direction } from '../tables.ts'
import { betterFirst } from './direction.ts'

export interface Levels {
  /** Limits between the levels, best first: falling when up is good, rising when down is good. */
  limits: number[]
  /** 0 is the best level, `limits.length` the worst. */
  levelOf(value: number): number
}

/**
 * The levels that a map colours by: the catalogue's status classes where it has such, else fifths of the values,
 * with limits rounded to the figure's decimals. Limits that would leave the best or the worst level empty, or
 * that fall together, are left out; equal values always get the same level.
 */
export function levelsOf(
  values: number[],
  direction: Direction,
  classLimits: number[] | null,
  decimals: number,
): Levels {
  const limits = classLimits ?? quintileLimits(values, decimals)
  const bestFirst = limits.toSorted(betterFirst(direction))
  return { limits: bestFirst, levelOf: (value) => levelOf(value, bestFirst, direction) }
}

/** A level holds its lower limit and reaches up to, not including, the next: "150 or more", "100 to under 150". */
export function levelOf(value: number, limits: number[], direction: Direction): number {
  return limits.filter((limit) => (direction === 'up' ? value < limit : value >= limit)).length
}

function quintileLimits(values: number[], decimals: number): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return []
  const rounded = [0.2, 0.4, 0.6, 0.8].map((share) =>
    Number((quantileSorted(sorted, share) ?? min).toFixed(decimals)),
  )
  return [...new Set(rounded)].filter((limit) => limit > min && limit <= max)
}
