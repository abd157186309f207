import { z } from 'zod'
import { loadCatalogue } from '#domains/key-figures/index.ts'
import { organisationsNamed as findNamed, isMember } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, figureAddress } from '../asked.ts'
import {
  directoryOf,
  figuresNamed,
  knownMoment,
  momentOf,
  organisationCode,
  organisationsNamed,
  year,
} from '../lookups.ts'
import { listing } from '../operation.ts'
import { ownExample } from '../own-example.ts'
import { type Page, readCursor, writeCursor } from '../paging.ts'
import { refuseParameters } from '../problem.ts'
import { listParameters } from '../question.ts'
import { textsOf } from '../texts.ts'
import { listValues, type ValueRow } from '../value-queries.ts'
import { sourcesOf } from './sources.ts'

const basis = z.enum(['published', 'computed', 'estimated', 'made-up'])

export const value = z
  .object({
    figure: z.string(),
    organisation: z.string(),
    organisation_name: z.string(),
    year: z.int(),
    value: z.number().nullable(),
    unit: z.string(),
    missing: z.enum(['not-reported', 'not-applicable', 'not-measured', 'confidential']).nullable(),
    status: z.enum(['preliminary', 'final']),
    basis,
    made_up: z.boolean(),
    deviation: z.string().nullable(),
    source: z.string(),
    source_title: z.string(),
    reported_by: z.string(),
    comment: z.string(),
    known_from: z.iso.datetime(),
    revision: z.string().nullable(),
    page: z.url(),
  })
  .meta({ id: 'Value' })

const query = z.strictObject({
  figure: z
    .array(z.string().min(1).max(40))
    .optional()
    .meta({ example: ['1b'] }),
  organisation: z.array(organisationCode).optional(),
  members_only: z.boolean().optional(),
  year: z
    .array(year)
    .max(60)
    .optional()
    .meta({ example: [2023] }),
  from: year.optional(),
  to: year.optional(),
  basis: z.array(basis).optional(),
  missing: z.boolean().optional(),
  as_known_at: knownMoment.optional(),
  ...listParameters(value),
})
export type ValueQuestion = z.output<typeof query>

/** The values that fit: one for each figure, organisation and year, with everything that must be said of it. */
export async function listValueItems(
  asked: Asked,
  question: ValueQuestion,
): Promise<Page<z.output<typeof value>>> {
  const { limit } = question
  const [figures, codes] = [
    question.figure ? await figuresNamed(asked, question.figure) : null,
    await codesOf(asked, question),
  ]
  const rows = await listValues(asked.db, {
    figureIds: figures?.map(({ id }) => id) ?? null,
    codes,
    years: question.year ?? null,
    from: question.from ?? null,
    to: question.to ?? null,
    missing: question.missing ?? null,
    basis: question.basis ?? null,
    knownAt: momentOf(question.as_known_at, asked),
    after: afterOf(question, asked),
    limit: limit + 1,
  })
  const given = rows.slice(0, limit)
  const last = given.at(-1)
  return {
    items: await itemsOf(asked, given),
    next: last && rows.length > limit ? writeCursor(question, [last.figureId, last.code, last.year]) : null,
  }
}

async function codesOf(asked: Asked, question: ValueQuestion): Promise<string[] | null> {
  const { organisation, members_only: membersOnly } = question
  if (!organisation && !membersOnly) return null
  const some = organisation ? await organisationsNamed(asked, organisation) : (await directoryOf(asked)).all
  return some.filter((one) => !membersOnly || isMember(one, asked.today)).map(({ code }) => code)
}

function afterOf(question: ValueQuestion, asked: Asked) {
  const key = readCursor(question, asked)
  if (!key) return null
  const parsed = z.tuple([z.string(), z.string(), z.int().min(0).max(9999)]).safeParse(key)
  if (!parsed.success)
    throw refuseParameters([{ parameter: 'cursor', detail: textsOf(asked.l).problems.cursor }])
  const [figureId, code, lastYear] = parsed.data
  return { figureId, code, year: lastYear }
}

async function itemsOf(asked: Asked, rows: ValueRow[]): Promise<z.output<typeof value>[]> {
  const [{ byId }, { byCode }, sources] = await Promise.all([
    loadCatalogue(asked),
    findNamed(asked, { codes: rows.map(({ code }) => code) }),
    sourcesOf(asked),
  ])
  const titles = new Map(
    sources.map(({ id, publisher, title }) => [id, `${publisher}: ${inLanguage(title, asked.l)}`]),
  )
  const say = (pair: { sv: string; en: string } | null) => pair && inLanguage(pair, asked.l)
  return rows.map((row) => {
    const figure = byId.get(row.figureId)
    return {
      figure: row.figureId,
      organisation: row.code,
      organisation_name: byCode.get(row.code)?.name ?? row.code,
      year: row.year,
      value: row.value,
      unit: figure ? inLanguage(figure.unit, asked.l) : '',
      missing: row.missing,
      status: row.status,
      basis: row.basis,
      made_up: row.basis === 'made-up',
      deviation: say(row.deviation),
      source: row.sourceId,
      source_title: titles.get(row.sourceId) ?? row.sourceId,
      reported_by: row.reportedBy,
      comment: row.comment,
      known_from: row.knownFrom.toISOString(),
      revision: say(row.revision),
      page: figureAddress(asked, row.figureId, `?kommun=${row.code}`),
    }
  })
}

export const valueOperations = [
  listing({
    id: 'listValues',
    path: '/values',
    query,
    item: value,
    example: ownExample('/values?figure=1b&organisation=1382&from=2020'),
    read: listValueItems,
  }),
]
