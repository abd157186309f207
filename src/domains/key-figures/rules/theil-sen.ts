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
  const intercept = medianOf(new Float64Array(points.map(({ year, value }) => value - slope * year)))
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
  const n = points.length
  const years = new Float64Array(n)
  const values = new Float64Array(n)
  for (const [at, { year, value }] of points.entries()) {
    years[at] = year
    values[at] = value
  }
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let count = 0
  for (let later = 1; later < n; later += 1) {
    const [year, value] = [years[later] ?? 0, values[later] ?? 0]
    for (let earlier = 0; earlier < later; earlier += 1) {
      const apart = year - (years[earlier] ?? 0)
      if (apart === 0) continue
      slopes[count] = (value - (values[earlier] ?? 0)) / apart
      count += 1
    }
  }
  return slopes.subarray(0, count)
}
