import { median } from 'd3-array'

/** One value of one year. A series has at most one value for each year; years may be missing and uneven. */
export interface YearValue {
  year: number
  value: number
}

/** `value = intercept + slope × year`. */
export interface Line {
  /** Unit of the figure per year. */
  slope: number
  /** At year 0. */
  intercept: number
}

/**
 * The Theil–Sen line: the median of the slopes between every pair of points, over the years that really lie
 * between them, at the height where half of the points lie above. Sen, Estimates of the Regression Coefficient
 * Based on Kendall's Tau, Journal of the American Statistical Association 63 (1968), 1379–1389.
 * A single point gives a level line; no point gives the line 0.
 */
export function theilSen(points: YearValue[]): Line {
  const slope = middleOf(pairwiseSlopes(points))
  const intercept = median(points, ({ year, value }) => value - slope * year) ?? 0
  return { slope, intercept }
}

/** The line's value in a year. */
export function fitted({ slope, intercept }: Line, year: number): number {
  return intercept + slope * year
}

/** The median of values in order; 0 of none. */
function middleOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]]
  return low === undefined || high === undefined ? 0 : low + (high - low) * (middle % 1)
}

/** In order, lowest first; typed, since trends are computed of millions of series. */
function pairwiseSlopes(points: YearValue[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2)
  let count = 0
  for (const [index, a] of points.entries()) {
    for (let other = index + 1; other < points.length; other += 1) {
      const b = points[other]
      if (!b || a.year === b.year) continue
      slopes[count] = (b.value - a.value) / (b.year - a.year)
      count += 1
    }
  }
  return slopes.subarray(0, count).sort()
}
