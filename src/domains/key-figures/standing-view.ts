import { counted } from './figure.ts'
import type { FigureView, GroupQuestion } from './figure-view.ts'
import { placeOfOne } from './rules/ranks.ts'
import { summarise } from './rules/statistics.ts'
import { contender, standingOf, weightOf } from './standing.ts'

/** How one organisation stands in one figure: what a page shows that tells of many figures. */
export type StandingView = Pick<
  FigureView,
  'figure' | 'breaks' | 'group' | 'years' | 'year' | 'mine' | 'summary' | 'madeUp' | 'ownTarget'
> &
  Partial<Pick<FigureView, 'members' | 'many'>>

/**
 * The part of the whole view that is about one organisation and one year, the same as the whole view has it: without
 * the others' likely places and what the group did over the years.
 */
export function viewStanding(
  { figure, breaks, data, group, year, since }: GroupQuestion,
  code: string | null,
): StandingView {
  const breakYears = breaks.map((each) => each.year)
  const members = group.organisations.map((one) => standingOf(one, figure, breakYears, data, year, since))
  const readings = members.flatMap((member) => member.readings)
  const known = new Set(counted(readings).map((reading) => reading.year))
  const mine = members.find(({ organisation }) => organisation.code === code) ?? null
  const values = members.flatMap(({ organisation, current }) =>
    current ? [{ value: current.value, weight: weightOf(organisation, current.year) }] : [],
  )
  return {
    figure,
    breaks,
    group,
    years: data.years.filter((each) => known.has(each)),
    year,
    mine: mine && {
      ...mine,
      place: placeOfOne(mine.organisation.code, members.flatMap(contender), figure.direction),
    },
    summary: summarise(values),
    madeUp: readings.some(({ basis }) => basis === 'made-up'),
  }
}
