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
  const slope = medianOf(pairwiseSlopes(points))
  const intercept = medianOf(Float64Array.from(points, ({ year, value }) => value - slope * year))
  return { slope, intercept }
}

/** The line's value in a year. */
export function fitted({ slope, intercept }: Line, year: number): number {
  return intercept + slope * year
}

/** The median; 0 of none. Puts the numbers partly in order, which takes a fraction of sorting them. */
function medianOf(numbers: Float64Array): number {
  if (numbers.length === 0) return 0
  const middle = (numbers.length - 1) / 2
  const at = Math.floor(middle)
  putInPlace(numbers, at)
  const low = numbers[at] ?? 0
  return middle > at ? low + (numbers.subarray(at + 1).reduce(smaller) - low) / 2 : low
}

const smaller = (a: number, b: number) => (b < a ? b : a)

/** Moves the number that would stand at a place in order there, lower ones before it and higher ones after it. */
function putInPlace(numbers: Float64Array, at: number): void {
  let [first, last] = [0, numbers.length - 1]
  while (first < last) {
    const pivot = numbers[(first + last) >> 1] ?? 0
    let [low, high] = [first, last]
    while (low <= high) {
      while ((numbers[low] ?? pivot) < pivot) low += 1
      while ((numbers[high] ?? pivot) > pivot) high -= 1
      if (low > high) break
      const moved = numbers[low] ?? 0
      numbers[low] = numbers[high] ?? 0
      numbers[high] = moved
      low += 1
      high -= 1
    }
    if (at <= high) last = high
    else if (at >= low) first = low
    else return
  }
}

/** Typed, since trends are computed of millions of series. */
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
  return slopes.subarray(0, count)
}
