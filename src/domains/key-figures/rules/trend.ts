import type { Direction } from '../tables.ts'
import { isBetter } from './direction.ts'
import { mannKendall } from './mann-kendall.ts'
import { fitted, type Line, theilSen, type YearValue } from './theil-sen.ts'

export type { YearValue }

/** Fewer values than this and no test is made. */
export const fewestForTrend = 5
/** The risk we take of calling it a trend when there is none. */
export const significance = 0.05
/** Nothing is said of a target further ahead than this many years. */
export const furthestAhead = 100

export type TrendWord = 'right' | 'wrong' | 'unchanged' | 'too-few'

/** Which way a series goes. The line is fitted whatever the word; it says nothing when the word is `too-few`. */
export interface Trend extends Line {
  word: TrendWord
  /** First and last year with a value; 0 when there is none. */
  since: number
  until: number
  count: number
  /** Two-sided probability of so clear an order by chance; 1 when there are too few values for a test. */
  p: number
}

/** Whether, and when, a target is met at the present pace. */
export type Reach =
  | { kind: 'reached' }
  | { kind: 'year'; year: number }
  | { kind: 'never' }
  | { kind: 'unknown' }

/**
 * The right way or the wrong way: Mann–Kendall decides whether there is a trend (5 per cent, at least five
 * values), the Theil–Sen slope says which way and how fast. Points must be comparable with each other: no break
 * of method between them. See docs/decisions/0003-trend-test.md.
 */
export function trendOf(points: YearValue[], direction: Direction): Trend {
  const series = points.toSorted((a, b) => a.year - b.year)
  const line = theilSen(series)
  const enough = series.length >= fewestForTrend
  const p = enough ? mannKendall(series.map(({ value }) => value)).p : 1
  return {
    word: enough ? wordOf(line.slope, p, direction) : 'too-few',
    since: series[0]?.year ?? 0,
    until: series.at(-1)?.year ?? 0,
    count: series.length,
    ...line,
    p,
  }
}

/**
 * The first year in which the trend line meets the target. `latest` is the newest observed value: when it meets
 * the target, the target is reached whatever the trend; without it the line's last value is asked instead, where
 * there is a trend or at least five values.
 */
export function yearReached(
  trend: Trend,
  target: { value: number; year: number },
  direction: Direction,
  latest?: number,
): Reach {
  const lineNow = fitted(trend, trend.until)
  const now = latest ?? (trend.word === 'too-few' ? null : lineNow)
  if (now !== null && !isBetter(target.value, now, direction)) return { kind: 'reached' }
  if (trend.word === 'unchanged' || trend.word === 'too-few') return { kind: 'unknown' }
  if (trend.word === 'wrong') return { kind: 'never' }
  const ahead = (target.value - lineNow) / trend.slope
  // The newest value may lag behind a line that has met the target: then next year at the earliest.
  const years = Math.max(1, Math.ceil(ahead - roundingSlack))
  return years > furthestAhead ? { kind: 'never' } : { kind: 'year', year: trend.until + years }
}

/** Years; a line that meets the target exactly at a year's end must not slip into the next. */
const roundingSlack = 1e-6

function wordOf(slope: number, p: number, direction: Direction): TrendWord {
  if (p >= significance || slope === 0) return 'unchanged'
  return slope > 0 === (direction === 'up') ? 'right' : 'wrong'
}
