import { quantileSorted } from 'd3-array'
import { stepsOf } from '../rules/order-steps.ts'
import type { TrendWord } from '../rules/trend.ts'
import type { Compared } from './refresh.ts'

/** The values of one year of a large group, summed up. */
export interface GroupStatistic {
  among: string
  count: number
  mean: number
  weighted_mean: number | null
  q1: number
  median: number
  q3: number
  min: number
  max: number
  steps: number[]
  below: number[]
}

interface Gathered {
  values: number[]
  sum: number
  weighted: number
  /** Null when somebody's is not known. */
  weights: number | null
}

/** The statistics of every large group, from the values of everyone in order, lowest first: one walk, no sorting. */
export function statisticsOf(
  { codes, values }: { codes: string[]; values: number[] },
  everyone: Map<string, Pick<Compared, 'amongs' | 'weightIn'>>,
  year: number,
): GroupStatistic[] {
  const groups = new Map<string, Gathered>()
  for (const [at, value] of values.entries()) {
    const one = everyone.get(codes[at] ?? '')
    if (!one) continue
    const weight = one.weightIn(year)
    for (const among of one.amongs) {
      let group = groups.get(among)
      if (!group) {
        group = { values: [], sum: 0, weighted: 0, weights: 0 }
        groups.set(among, group)
      }
      group.values.push(value)
      group.sum += value
      group.weighted += value * (weight ?? 0)
      group.weights = group.weights === null || weight === null ? null : group.weights + weight
    }
  }
  return [...groups].map(([among, group]) => ({ among, ...summed(group) }))
}

function summed({ values, sum, weighted, weights }: Gathered): Omit<GroupStatistic, 'among'> {
  const quantile = (share: number) => quantileSorted(values, share) ?? Number.NaN
  const steps = stepsOf(values)
  return {
    count: values.length,
    mean: sum / values.length,
    weighted_mean: weights ? weighted / weights : null,
    q1: quantile(0.25),
    median: quantile(0.5),
    q3: quantile(0.75),
    min: quantile(0),
    max: quantile(1),
    steps: steps.values,
    below: steps.below,
  }
}

/** How many of a large group go which way. */
export interface GroupWays {
  among: string
  right_way: number
  wrong_way: number
  unchanged: number
  too_few: number
}

const columns = {
  right: 'right_way',
  wrong: 'wrong_way',
  unchanged: 'unchanged',
  'too-few': 'too_few',
} as const

/** Counts the ways of every large group; somebody without a trend has too few values for one. */
export function waysOf(
  words: [code: string, word: TrendWord][],
  everyone: Map<string, Pick<Compared, 'amongs'>>,
): GroupWays[] {
  const known = new Map(words)
  const groups = new Map<string, GroupWays>()
  for (const [code, { amongs }] of everyone) {
    for (const among of amongs) {
      let group = groups.get(among)
      if (!group) {
        group = { among, right_way: 0, wrong_way: 0, unchanged: 0, too_few: 0 }
        groups.set(among, group)
      }
      group[columns[known.get(code) ?? 'too-few']] += 1
    }
  }
  return [...groups.values()]
}
