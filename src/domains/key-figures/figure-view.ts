import type { Directory, Organisation } from '#domains/members/index.ts'
import { latestPopulation, populationIn } from '#domains/members/index.ts'
import { type CountedReading, counted, type FigureData, type KeyFigure, type MethodBreak, type Reading } from './figure.ts'
import type { Group } from './group.ts'
import { comparableWith } from './rules/breaks.ts'
import { type Place, rankPlaces } from './rules/ranks.ts'
import { type Summary, summarise } from './rules/statistics.ts'
import { type Reach, type Trend, trendOf, type YearValue, yearReached } from './rules/trend.ts'

/** How one organisation stands in one figure. */
export interface Standing {
  organisation: Organisation
  /** Everything known, also what is missing or deviates. */
  readings: Reading[]
  /** The reading of the chosen year, if one counts. */
  current: CountedReading | null
  /** The reading of the chosen year that does not count, if any. */
  absent: Reading | null
  trend: Trend
  reach: Reach | null
  place: Place | null
}

/** The group's values of one year, summed up. */
export interface YearSummary {
  year: number
  summary: Summary
}

/** One figure as seen through one selection: everything its pages, charts and downloads show. */
export interface FigureView {
  figure: KeyFigure
  breaks: MethodBreak[]
  group: Group
  /** Years with values in the group or for the chosen organisations, oldest first. */
  years: number[]
  /** The year shown; null when nothing is known. */
  year: number | null
  /** First year of the period that trends are judged over; null means as far back as comparable. */
  since: number | null
  mine: Standing | null
  others: Standing[]
  /** Everyone in the group, in alphabetical order. */
  members: Standing[]
  summary: Summary | null
  perYear: YearSummary[]
  /** The trend of the group's yearly mean. */
  groupTrend: Trend
  /** How many in the group go which way. */
  ways: Record<Trend['word'], number>
  madeUp: boolean
}

export interface FigureQuestion {
  figure: KeyFigure
  breaks: MethodBreak[]
  data: FigureData
  directory: Directory
  group: Group
  mine: string | null
  with: string[]
  year: number | null
  since: number | null
}

/** Answers a question on one figure. Pure: the same question gives the same answer. */
export function viewFigure(question: FigureQuestion): FigureView {
  const { figure, data, directory, group, since } = question
  const breaks = question.breaks.filter(({ figureId }) => figureId === figure.id)
  const breakYears = breaks.map(({ year }) => year)
  const shown = organisationsOf([...question.with, ...(question.mine ? [question.mine] : [])], directory)
  const years = yearsOf(data, [...group.organisations, ...shown])
  const year = question.year ?? latestFor(question.mine, data) ?? latestYear(group.organisations, data) ?? years.at(-1) ?? null
  const stand = (organisation: Organisation) => standingOf(organisation, figure, breakYears, data, year, since)

  const byCode = new Map(group.organisations.map((organisation) => [organisation.code, stand(organisation)]))
  const members = [...byCode.values()]
  const places = rankPlaces(members.flatMap(contender), figure.direction)
  for (const place of places) {
    const standing = byCode.get(place.code)
    if (standing) standing.place = place
  }

  const perYear = yearsOf(data, group.organisations).flatMap((each) => {
    const summary = summaryOf(members, each)
    return summary ? [{ year: each, summary }] : []
  })
  const means = perYear.filter(({ summary }) => !summary.few).map((each) => ({ year: each.year, value: each.summary.mean }))
  const mine = question.mine === null ? null : (byCode.get(question.mine) ?? null)
  const others = question.with.flatMap((code) => {
    const organisation = directory.byCode.get(code)
    return organisation ? [byCode.get(code) ?? stand(organisation)] : []
  })
  const ways = { right: 0, wrong: 0, unchanged: 0, 'too-few': 0 }
  for (const { trend } of members) ways[trend.word] += 1

  return {
    figure,
    breaks,
    group,
    years,
    year,
    since,
    mine,
    others,
    members,
    summary: year === null ? null : summaryOf(members, year),
    perYear,
    groupTrend: trendOf(periodOf(means, breakYears, year, since), figure.direction),
    ways,
    madeUp: [...members, ...others].some(({ readings }) => readings.some(({ basis }) => basis === 'made-up')),
  }
}

/** The points that trend and rank lean on: comparable with the year, and inside the period. */
function periodOf(points: YearValue[], breakYears: number[], year: number | null, since: number | null): YearValue[] {
  if (year === null) return []
  return comparableWith(points, breakYears, year).filter((point) => point.year <= year && point.year >= (since ?? 0))
}

function standingOf(
  organisation: Organisation,
  figure: KeyFigure,
  breakYears: number[],
  data: FigureData,
  year: number | null,
  since: number | null,
): Standing {
  const readings = data.byCode.get(organisation.code) ?? []
  const values = counted(readings)
  const trend = trendOf(periodOf(values, breakYears, year, since), figure.direction)
  const current = values.find((reading) => reading.year === year) ?? null
  return {
    organisation,
    readings,
    current,
    absent: current ? null : (readings.find((reading) => reading.year === year) ?? null),
    trend,
    reach: figure.target ? yearReached(trend, figure.target, figure.direction) : null,
    place: null,
  }
}

function contender({ organisation, current, readings, trend }: Standing) {
  if (!current) return []
  const points = counted(readings).filter(({ year }) => year >= trend.since && year <= trend.until)
  return [{ code: organisation.code, points, value: current.value }]
}

function summaryOf(members: Standing[], year: number): Summary | null {
  return summarise(
    members.flatMap(({ organisation, readings }) => {
      const value = counted(readings).find((reading) => reading.year === year)?.value
      const weight = (populationIn(organisation, year) ?? latestPopulation(organisation))?.inhabitants ?? null
      return value === undefined ? [] : [{ value, weight }]
    }),
  )
}

function organisationsOf(codes: string[], directory: Directory): Organisation[] {
  return codes.flatMap((code) => directory.byCode.get(code) ?? [])
}

function yearsOf(data: FigureData, organisations: Organisation[]): number[] {
  const known = new Set(organisations.flatMap(({ code }) => (data.byCode.get(code) ?? []).map(({ year }) => year)))
  return data.years.filter((year) => known.has(year))
}

function latestFor(code: string | null, data: FigureData): number | null {
  return code === null ? null : (counted(data.byCode.get(code)).at(-1)?.year ?? null)
}

/** The last year in which at least three of the group have a value. */
function latestYear(organisations: Organisation[], data: FigureData): number | null {
  const counts = new Map<number, number>()
  for (const { code } of organisations) {
    for (const { year } of counted(data.byCode.get(code))) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const wellKnown = [...counts].filter(([, count]) => count >= 3).map(([year]) => year)
  return wellKnown.length > 0 ? Math.max(...wellKnown) : null
}
