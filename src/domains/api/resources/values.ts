import { z } from 'zod'
import { loadCatalogue } from '#domains/key-figures/index.ts'
import { organisationsNamed as findNamed } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, figureAddress } from '../asked.ts'
import {
  figuresNamed,
  knownMoment,
  momentOf,
  organisationCode,
  organisationsNamed,
  year,
} from '../lookups.ts'
import { listing } from '../operation.ts'
import { ownExample } from '../own-example.ts'
import { type Page, pageRead, readKey } from '../paging.ts'
import { listParameters } from '../question.ts'
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
  const figures = question.figure ? await figuresNamed(asked, question.figure) : null
  const organisations = question.organisation && (await organisationsNamed(asked, question.organisation))
  const after = readKey(z.tuple([z.string(), z.string(), z.int().min(0).max(9999)]), question, asked)
  const rows = await listValues(asked.db, {
    figureIds: figures?.map(({ id }) => id) ?? null,
    codes: organisations ? organisations.map(({ code }) => code) : null,
    membersOn: question.members_only ? asked.today : null,
    years: question.year ?? null,
    from: question.from ?? null,
    to: question.to ?? null,
    missing: question.missing ?? null,
    basis: question.basis ?? null,
    knownAt: momentOf(question.as_known_at, asked),
    after: after && { figureId: after[0], code: after[1], year: after[2] },
    limit: question.limit + 1,
  })
  const page = pageRead(rows, (row) => [row.figureId, row.code, row.year], question)
  return { ...page, items: await itemsOf(asked, page.items) }
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
