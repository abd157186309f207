import type { Directory, Organisation } from '#domains/members/index.ts'
import { counted, type FigureData, type KeyFigure, type MethodBreak } from './figure.ts'
import type { Group } from './group.ts'
import { notApartFrom } from './rules/pairs.ts'
import { rankPlaces } from './rules/ranks.ts'
import { changeOverSame, type SameChange } from './rules/same-reporters.ts'
import { type Summary, summarise, type WeightedValue } from './rules/statistics.ts'
import { type Trend, trendOf, type YearValue } from './rules/trend.ts'
import { contender, periodOf, type Standing, standingOf, weightOf } from './standing.ts'
import type { OwnTarget } from './target-queries.ts'

export type { Standing }

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
  /** How the mean moved among those that have a value in both the first and the last year of the period. */
  sameReporters: SameChange | null
  /** How many in the group go which way; null in a large group unless it is seen from its latest year. */
  ways: Record<Trend['word'], number> | null
  madeUp: boolean
  /** What the chosen organisation has decided to reach itself. */
  ownTarget?: OwnTarget
  /** Set in a large group, of which only some stand among `members`. */
  many?: ManyView
}

/** What is shown of a group that is too large to be looked at one by one. */
export interface ManyView {
  /** Rows of the ranking, the best first; null stands for a gap. */
  rows: (Standing | null)[]
  /** Positions of the first and last row, 1 for the best. */
  from: number
  to: number
  /** Mine does not belong to the group; its place is what it would be beside everyone in it. */
  fromOutside: boolean
  /** When sums and places were computed (ISO 8601); null when they have not been. */
  computedAt: string | null
  /** Values have changed since. */
  waiting: boolean
}

/** A question on one figure, among one group. */
export interface GroupQuestion {
  figure: KeyFigure
  breaks: MethodBreak[]
  data: FigureData
  group: Group
  year: number | null
  since: number | null
}

/** What holds for the group whoever looks: worth keeping, since ranks are costly. */
export type GroupView = Omit<FigureView, 'mine' | 'others' | 'group' | 'many'> & {
  byCode: Map<string, Standing>
}

/** The year a question is about: as asked, else the latest of mine, else the latest that three or more have. */
export function yearOf(
  question: Pick<GroupQuestion, 'data' | 'group' | 'year'>,
  mine: string | null,
): number | null {
  const { data, group, year } = question
  return year ?? latestFor(mine, data) ?? latestYear(group.organisations, data) ?? data.years.at(-1) ?? null
}

/** How everyone in the group stands. Pure: the same question gives the same answer. */
export function viewGroup({ figure, breaks, data, group, year, since }: GroupQuestion): GroupView {
  const breakYears = breaks.map((each) => each.year)
  const members = group.organisations.map((one) => standingOf(one, figure, breakYears, data, year, since))
  const byCode = new Map(members.map((standing) => [standing.organisation.code, standing]))
  for (const place of rankPlaces(members.flatMap(contender), figure.direction)) {
    const standing = byCode.get(place.code)
    if (standing) standing.place = place
  }
  const byYear = valuesByYear(members)
  const years = data.years.filter((each) => byYear.has(each))
  const perYear = years.flatMap((each) => {
    const summary = summarise(byYear.get(each) ?? [])
    return summary ? [{ year: each, summary }] : []
  })
  const ways = { right: 0, wrong: 0, unchanged: 0, 'too-few': 0 }
  for (const { trend } of members) ways[trend.word] += 1
  return {
    figure,
    breaks,
    years,
    year,
    since,
    members,
    byCode,
    summary: perYear.find((one) => one.year === year)?.summary ?? null,
    perYear,
    groupTrend: trendOfMeans(perYear, { breakYears, year, since, direction: figure.direction }),
    sameReporters: changeAmongSame(members, periodOf(meansOf(perYear), breakYears, year, since)),
    ways,
    madeUp: members.some(({ readings }) => readings.some(({ basis }) => basis === 'made-up')),
  }
}

/** Which way the group's yearly mean goes. */
export function trendOfMeans(
  perYear: YearSummary[],
  asked: {
    breakYears: number[]
    year: number | null
    since: number | null
    direction: KeyFigure['direction']
  },
): Trend {
  const { breakYears, year, since, direction } = asked
  return trendOf(periodOf(meansOf(perYear), breakYears, year, since), direction)
}

function meansOf(perYear: YearSummary[]): YearValue[] {
  return perYear.flatMap(({ year, summary }) => (summary.few ? [] : [{ year, value: summary.mean }]))
}

/** The group's view with the chosen organisations picked out; those outside the group stand without a place. */
export function viewFigure(
  groupView: GroupView,
  question: GroupQuestion,
  chosen: { mine: string | null; with: string[]; directory: Directory },
): FigureView {
  const { byCode, ...rest } = groupView
  const breakYears = question.breaks.map((each) => each.year)
  const stand = (code: string) => {
    const organisation = chosen.directory.byCode.get(code)
    if (!organisation) return []
    const known = byCode.get(code)
    return [
      known ?? standingOf(organisation, question.figure, breakYears, question.data, rest.year, rest.since),
    ]
  }
  const others = chosen.with.flatMap(stand)
  return {
    ...rest,
    group: question.group,
    mine: chosen.mine === null ? null : (stand(chosen.mine)[0] ?? null),
    others,
    years:
      others.length === 0
        ? rest.years
        : yearsOf(question.data, [
            ...question.group.organisations,
            ...others.map(({ organisation }) => organisation),
          ]),
    madeUp: rest.madeUp || others.some(({ readings }) => readings.some(({ basis }) => basis === 'made-up')),
  }
}

/** Those next to mine in the ranking that the years' noise does not tell apart from mine. */
export function notToldApart(view: FigureView): Organisation[] {
  const ranked = view.members.filter(({ place }) => place !== null).sort((a, b) => placeOf(a) - placeOf(b))
  const at = view.mine ? ranked.indexOf(view.mine) : -1
  const [mine] = at < 0 ? [] : contender(ranked[at])
  if (!mine) return []
  const beside = [ranked[at - 1], ranked[at + 1]].filter((one) => one !== undefined)
  const same = new Set(notApartFrom(mine, beside.flatMap(contender), view.figure.direction))
  return beside.flatMap(({ organisation }) => (same.has(organisation.code) ? [organisation] : []))
}

/** Those that the test says go the right way, the fastest first. */
export function mostImproved({ figure, members }: Pick<FigureView, 'figure' | 'members'>): Standing[] {
  const sign = figure.direction === 'up' ? 1 : -1
  return members
    .filter(({ trend }) => trend.word === 'right')
    .sort((a, b) => sign * (b.trend.slope - a.trend.slope))
}

function placeOf({ place }: Standing): number {
  return place?.place ?? 0
}

function changeAmongSame(members: Standing[], means: YearValue[]): SameChange | null {
  const [from, to] = [means[0]?.year, means.at(-1)?.year]
  if (from === undefined || to === undefined) return null
  const series = members.map(({ organisation, readings }) => ({
    points: counted(readings).flatMap(({ year, value }) =>
      year === from || year === to ? [{ year, value, weight: weightOf(organisation, year) }] : [],
    ),
  }))
  return changeOverSame(series, [from, to])
}

/** What the members had in each year, with the inhabitants that it weighs by. */
function valuesByYear(members: Standing[]): Map<number, WeightedValue[]> {
  const byYear = new Map<number, WeightedValue[]>()
  for (const { organisation, readings } of members) {
    for (const { year, value } of counted(readings)) {
      const one = { value, weight: weightOf(organisation, year) }
      const known = byYear.get(year)
      if (known) known.push(one)
      else byYear.set(year, [one])
    }
  }
  return byYear
}

function yearsOf(data: FigureData, organisations: Organisation[]): number[] {
  const known = new Set(
    organisations.flatMap(({ code }) => counted(data.byCode.get(code)).map(({ year }) => year)),
  )
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
