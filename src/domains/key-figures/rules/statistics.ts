import { quantileSorted } from 'd3-array'
import type { Direction } from '../tables.ts'
import { isBetter } from './direction.ts'

/** Fewer values than this and a mean is shown only with a warning. */
export const fewestForMean = 3

export interface WeightedValue {
  value: number
  /** Inhabitants; null when not known. */
  weight: number | null
}

/** Quartiles and median by linear interpolation between the ordered values (type 7 of Hyndman and Fan, 1996). */
export interface Summary {
  count: number
  /** Fewer than three values: too few for a mean that says anything. */
  few: boolean
  mean: number
  /** Null when the weight of any value is missing. */
  weightedMean: number | null
  median: number
  q1: number
  q3: number
  min: number
  max: number
}

/** How many others a value is better than; equals count as not worse. */
export interface Position {
  better: number
  of: number
  /** Whole tenths, rounded down so that no more is claimed than is true: 7 for "better than 7 of 10". */
  tenths: number
}

/** Sums up the values of one year; null when there are none. */
export function summarise(values: WeightedValue[]): Summary | null {
  const sorted = values.map(({ value }) => value).sort((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return null
  const quantile = (share: number) => quantileSorted(sorted, share) ?? min
  return {
    count: sorted.length,
    few: sorted.length < fewestForMean,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    weightedMean: weightedMean(values),
    median: quantile(0.5),
    q1: quantile(0.25),
    q3: quantile(0.75),
    min,
    max,
  }
}

/** Where a value stands among the others, not counting itself; null when there are no others. */
export function positionAmong(value: number, others: number[], direction: Direction): Position | null {
  const of = others.length
  if (of === 0) return null
  const better = others.filter((other) => isBetter(value, other, direction)).length
  return { better, of, tenths: Math.floor((better * 10) / of) }
}

function weightedMean(values: WeightedValue[]): number | null {
  let [sum, weights] = [0, 0]
  for (const { value, weight } of values) {
    if (weight === null) return null
    sum += value * weight
    weights += weight
  }
  return weights > 0 ? sum / weights : null
}
