import { z } from 'zod'
import { type FigureView, type KeyFigure, type Standing, trendSentence } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, figureAddress, voiceOf } from '../asked.ts'
import { type Comparing, comparing, comparisonParameters, groupName } from '../comparing.ts'
import { organisationCode, year } from '../lookups.ts'
import { listing } from '../operation.ts'
import { listCodes } from '../organisation-queries.ts'
import { ownExample } from '../own-example.ts'
import { compareKeys, type Page, pageOf, pageRead, readKey } from '../paging.ts'
import { listParameters } from '../question.ts'

export const trend = z
  .object({
    figure: z.string(),
    organisation: z.string(),
    organisation_name: z.string(),
    way: z.enum(['right', 'wrong', 'unchanged', 'too-few']),
    since: z.int().nullable(),
    until: z.int().nullable(),
    count: z.int(),
    change_per_year: z.number().nullable(),
    unit: z.string(),
    p: z.number().nullable(),
    target_reached: z.enum(['reached', 'year', 'never', 'unknown']).nullable(),
    target_reached_year: z.int().nullable(),
    sentence: z.string(),
    made_up: z.boolean(),
    page: z.url(),
  })
  .meta({ id: 'Trend' })

const query = z.strictObject({
  ...comparisonParameters,
  organisation: organisationCode.optional(),
  until: year.optional(),
  group: groupName.optional(),
  ...listParameters(trend),
})

/** Which way it goes: for everyone in the group, or for the one organisation when no group is asked for. */
async function listTrends(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof trend>>> {
  const { organisation, until, group, list } = question
  const among = await comparing(asked, question, organisation)
  const onlyMine = organisation !== undefined && group === undefined && list === undefined
  if (among.many && !onlyMine) return listTrendsOfMany(asked, question, among, among.many)
  const views = await Promise.all(among.figures.map((figure) => among.view(figure, until ?? null)))
  const rows = views.flatMap((view) =>
    (onlyMine ? [view.mine] : view.members).flatMap((standing) =>
      standing && standing.readings.length > 0 ? [{ view, standing }] : [],
    ),
  )
  const page = pageOf(
    rows,
    ({ view, standing }) => [view.figure.id, standing.organisation.code],
    question,
    asked,
  )
  return { ...page, items: page.items.map(({ view, standing }) => trendItem(asked, view, standing)) }
}

/**
 * The same of a group that is too large to be looked at one by one: reads the organisations of the page alone. A page
 * holds fewer than asked for when some of them have no values.
 */
async function listTrendsOfMany(
  asked: Asked,
  question: z.output<typeof query>,
  { figures, view }: Comparing,
  { group, belonging, day }: NonNullable<Comparing['many']>,
): Promise<Page<z.output<typeof trend>>> {
  const after = readKey(z.tuple([z.string(), z.string()]), question, asked)
  const read: { figure: KeyFigure; code: string }[] = []
  for (const figure of figures.toSorted((a, b) => compareKeys([a.id], [b.id]))) {
    const order = after ? compareKeys([figure.id], [after[0]]) : 1
    if (order < 0 || read.length > question.limit) continue
    const codes = await listCodes(asked.db, {
      kind: belonging.kind === 'region' ? 'region' : 'municipality',
      membership: group === 'medlemmar' ? 'full' : undefined,
      day,
      counties: group === 'lan' && belonging.countyCode ? [belonging.countyCode] : undefined,
      groups: group === 'skr' && belonging.groupCode ? [belonging.groupCode] : undefined,
      after: after && order === 0 ? after[1] : null,
      limit: question.limit + 1 - read.length,
    })
    read.push(...codes.map((code) => ({ figure, code })))
  }
  const page = pageRead(read, ({ figure, code }) => [figure.id, code], question)
  const items: z.output<typeof trend>[] = []
  for (const [figure, rows] of Map.groupBy(page.items, (row) => row.figure)) {
    const codes = rows.map(({ code }) => code)
    const seen = await view(figure, question.until ?? null, codes)
    const standings = new Map(
      [...seen.members, ...seen.others, ...(seen.mine ? [seen.mine] : [])].map((one) => [
        one.organisation.code,
        one,
      ]),
    )
    for (const code of codes) {
      const standing = standings.get(code)
      if (standing && standing.readings.length > 0) items.push(trendItem(asked, seen, standing))
    }
  }
  return { ...page, items }
}

/** Which way an organisation goes in a figure. */
export function trendItem(
  asked: Asked,
  { figure }: Pick<FigureView, 'figure'>,
  standing: Standing,
): z.output<typeof trend> {
  const { organisation, reach, readings } = standing
  const { word, since, until, count, slope, p } = standing.trend
  const judged = word !== 'too-few'
  return {
    figure: figure.id,
    organisation: organisation.code,
    organisation_name: organisation.name,
    way: word,
    since: count > 0 ? since : null,
    until: count > 0 ? until : null,
    count,
    change_per_year: judged ? slope : null,
    unit: inLanguage(figure.unit, asked.l),
    p: judged ? p : null,
    target_reached: reach?.kind ?? null,
    target_reached_year: reach?.kind === 'year' ? reach.year : null,
    sentence: trendSentence(figure, standing, voiceOf(asked)),
    made_up: readings.some(
      ({ basis, year: inYear }) => basis === 'made-up' && inYear >= since && inYear <= until,
    ),
    page: figureAddress(asked, figure.id, `?kommun=${organisation.code}`),
  }
}

export const trendOperations = [
  listing({
    id: 'listTrends',
    path: '/trends',
    query,
    item: trend,
    example: ownExample('/trends?figure=1b,4,7&organisation=1382'),
    read: listTrends,
  }),
]
