import { type Summary, summarise, type WeightedValue } from './statistics.ts'

/** One organisation's values, one for each year that it has. The weight is its population that year. */
export interface ReporterSeries {
  points: (WeightedValue & { year: number })[]
}

export interface YearMean extends Summary {
  year: number
}

/** How the mean has moved among those that have a value both years. */
export interface SameChange {
  from: number
  to: number
  /** How many have both. */
  count: number
  few: boolean
  before: number
  after: number
  /** In the figure's unit. */
  change: number
  /** Share of the mean before; null when that is not above 0. */
  relative: number | null
  /** The same with every organisation weighted by its population that year; null when a population is missing. */
  weightedChange: number | null
}

export interface NetworkMeans {
  /** Everyone that has a value that year. Moves also when others report than before. */
  everyone: YearMean[]
  /** Only those that have a value both the first and the last year. */
  same: YearMean[]
  change: SameChange | null
}

/**
 * The mean for each year of a period, of everyone and of those that reported both its first and its last year:
 * only the latter tells whether things have changed and not merely who reports. Years without values are left
 * out. All points must be comparable: cut at breaks of method before.
 */
export function meanOverSame(series: ReporterSeries[], years: number[]): NetworkMeans {
  const period = [...new Set(years)].sort((a, b) => a - b)
  const [from, to] = [period[0], period.at(-1)]
  const both = series.filter((one) => hasYear(one, from) && hasYear(one, to))
  const same = means(both, period)
  return { everyone: means(series, period), same, change: changeOf(same, from, to) }
}

/** The change alone, without what lies between: from the first year to the last. */
export function changeOverSame(series: ReporterSeries[], years: number[]): SameChange | null {
  if (years.length === 0) return null
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const both = series.filter((one) => hasYear(one, from) && hasYear(one, to))
  return changeOf(means(both, from === to ? [from] : [from, to]), from, to)
}

function hasYear({ points }: ReporterSeries, year: number | undefined): boolean {
  return points.some((point) => point.year === year)
}

function means(series: ReporterSeries[], years: number[]): YearMean[] {
  return years.flatMap((year) => {
    const summary = summarise(series.flatMap(({ points }) => points.filter((point) => point.year === year)))
    return summary ? [{ year, ...summary }] : []
  })
}

function changeOf(same: YearMean[], from: number | undefined, to: number | undefined): SameChange | null {
  const before = same.find(({ year }) => year === from)
  const after = same.find(({ year }) => year === to)
  if (!before || !after || before === after) return null
  const change = after.mean - before.mean
  return {
    from: before.year,
    to: after.year,
    count: after.count,
    few: after.few,
    before: before.mean,
    after: after.mean,
    change,
    relative: before.mean > 0 ? change / before.mean : null,
    weightedChange:
      before.weightedMean === null || after.weightedMean === null
        ? null
        : after.weightedMean - before.weightedMean,
  }
}
