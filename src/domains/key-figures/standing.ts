import { latestPopulation, type Organisation, populationIn } from '#domains/members/index.ts'
import { type CountedReading, counted, type FigureData, type KeyFigure, type Reading } from './figure.ts'
import { comparableWith } from './rules/breaks.ts'
import type { Contender, Place } from './rules/ranks.ts'
import { type Reach, type Trend, trendOf, type YearValue, yearReached } from './rules/trend.ts'

/** How one organisation stands in one figure. */
export interface Standing {
  organisation: Organisation
  /** Everything known, also what is missing or deviates. */
  readings: Reading[]
  /** The reading of the chosen year, if one counts. */
  current: CountedReading | null
  trend: Trend
  reach: Reach | null
  place: Place | null
}

/** How an organisation stands in the year and period asked for; its place comes with the ranking. */
export function standingOf(
  organisation: Organisation,
  figure: KeyFigure,
  breakYears: number[],
  data: FigureData,
  year: number | null,
  since: number | null,
): Standing {
  const readings = data.byCode.get(organisation.code) ?? []
  const values = counted(readings)
  const trend = onceFor(readings, `${figure.direction} ${breakYears.join()} ${year} ${since}`, () =>
    trendOf(periodOf(values, breakYears, year, since), figure.direction),
  )
  const current = values.find((reading) => reading.year === year) ?? null
  return {
    organisation,
    readings,
    current,
    trend,
    reach: figure.target ? yearReached(trend, figure.target, figure.direction, values.at(-1)?.value) : null,
    place: null,
  }
}

const trends = new WeakMap<Reading[], Map<string, Trend>>()

/** A trend is asked for by several parts of a page; readings that are in memory keep theirs. */
function onceFor(readings: Reading[], question: string, compute: () => Trend): Trend {
  const known = trends.get(readings) ?? new Map<string, Trend>()
  trends.set(readings, known)
  const trend = known.get(question) ?? compute()
  known.set(question, trend)
  return trend
}

/** The points that trend and rank lean on: comparable with the year, and inside the period. */
export function periodOf(
  points: YearValue[],
  breakYears: number[],
  year: number | null,
  since: number | null,
): YearValue[] {
  if (year === null) return []
  return comparableWith(points, breakYears, year).filter(
    (point) => point.year <= year && point.year >= (since ?? 0),
  )
}

/** The inhabitants that an organisation's value of a year weighs by; null when they are not known. */
export function weightOf(organisation: Organisation, year: number): number | null {
  return (populationIn(organisation, year) ?? latestPopulation(organisation))?.inhabitants ?? null
}

/** What the ranking draws its noise from: the years of the trend. */
export function contender(standing: Standing | undefined): Contender[] {
  if (!standing?.current) return []
  const { organisation, current, readings, trend } = standing
  const points = counted(readings).filter(({ year }) => year >= trend.since && year <= trend.until)
  return [{ code: organisation.code, points, value: current.value, line: trend }]
}
