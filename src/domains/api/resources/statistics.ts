import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type FigureView, type KeyFigure, groupName as nameOfGroup } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, figureAddress, voiceOf } from '../asked.ts'
import { type Comparing, comparing, comparisonParameters, groupName } from '../comparing.ts'
import { organisationCode, year } from '../lookups.ts'
import { listing } from '../operation.ts'
import { ownExample } from '../own-example.ts'
import { type Page, pageOf } from '../paging.ts'
import { listParameters } from '../question.ts'

export const rank = z
  .object({
    organisation: z.string(),
    value: z.number(),
    place: z.int(),
    shared_by: z.int(),
    of: z.int(),
    likely_from: z.int().nullable(),
    likely_to: z.int().nullable(),
  })
  .meta({ id: 'Rank' })

export const statistics = z
  .object({
    figure: z.string(),
    year: z.int(),
    group: groupName,
    group_name: z.string(),
    group_size: z.int(),
    unit: z.string(),
    count: z.int(),
    too_few: z.boolean(),
    mean: z.number(),
    weighted_mean: z.number().nullable(),
    median: z.number(),
    first_quartile: z.number(),
    third_quartile: z.number(),
    min: z.number(),
    max: z.number(),
    rank: rank.nullable(),
    made_up: z.boolean(),
    page: z.url(),
  })
  .meta({ id: 'Statistics' })

const query = z.strictObject({
  ...comparisonParameters,
  organisation: organisationCode.optional(),
  year: z
    .array(year)
    .max(60)
    .optional()
    .meta({ example: [2023] }),
  ...listParameters(statistics),
})

/** The most rows of a page that says the place of an organisation: each is ranked by drawing, of the past each time. */
const mostRanked = { now: 20, past: 5 }

/** The values of a group summed up: a row for each figure and year, with the place of the organisation chosen. */
async function listStatistics(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof statistics>>> {
  const { organisation, year: years } = question
  const among = await comparing(asked, question, organisation)
  const views = await Promise.all(among.figures.map((figure) => among.view(figure, null)))
  const rows = views.flatMap((view) =>
    view.perYear
      .filter((each) => !years || years.includes(each.year))
      .map((each) => ({ figure: view.figure, latest: view, year: each.year })),
  )
  const limit = organisation
    ? Math.min(question.limit, mostRanked[question.as_known_at ? 'past' : 'now'])
    : question.limit
  const page = pageOf(rows, (row) => [row.figure.id, row.year], { ...question, limit }, asked)
  const items: z.output<typeof statistics>[] = []
  for (const row of page.items) {
    // Each year is ranked anew; other requests come in between.
    if (organisation) await setImmediate()
    const view = organisation ? await among.view(row.figure, row.year) : row.latest
    items.push(...statisticsItem(asked, among, view, row.year))
  }
  return { ...page, items }
}

/** The group of a view in a year; nothing when nobody has a value. */
export function statisticsItem(
  asked: Asked,
  { groupName: group }: Pick<Comparing, 'groupName'>,
  view: FigureView,
  inYear: number,
): z.output<typeof statistics>[] {
  const { figure, members, mine } = view
  const summary = view.perYear.find((each) => each.year === inYear)?.summary
  if (!summary) return []
  return [
    {
      figure: figure.id,
      year: inYear,
      group,
      group_name: nameOfGroup(view, voiceOf(asked)),
      group_size: members.length,
      unit: unitOf(asked, figure),
      count: summary.count,
      too_few: summary.few,
      mean: summary.mean,
      weighted_mean: summary.weightedMean,
      median: summary.median,
      first_quartile: summary.q1,
      third_quartile: summary.q3,
      min: summary.min,
      max: summary.max,
      rank: view.year === inYear ? rankItem(view, mine) : null,
      made_up: members.some(({ readings }) =>
        readings.some((reading) => reading.year === inYear && reading.basis === 'made-up'),
      ),
      page: figureAddress(asked, figure.id),
    },
  ]
}

/** The place of one who stands in a view; null when it has none there. */
export function rankItem(view: FigureView, standing: FigureView['mine']): z.output<typeof rank> | null {
  if (!standing?.place || !standing.current) return null
  const { place, shared, likely } = standing.place
  return {
    organisation: standing.organisation.code,
    value: standing.current.value,
    place,
    shared_by: shared,
    of: view.members.filter((one) => one.place !== null).length,
    likely_from: likely?.from ?? null,
    likely_to: likely?.to ?? null,
  }
}

function unitOf({ l }: Asked, figure: KeyFigure): string {
  return inLanguage(figure.unit, l)
}

export const statisticsOperations = [
  listing({
    id: 'listStatistics',
    path: '/statistics',
    query,
    item: statistics,
    example: ownExample('/statistics?figure=1b&group=similar&organisation=1382&year=2023'),
    read: listStatistics,
  }),
]
