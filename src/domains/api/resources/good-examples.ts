import { z } from 'zod'
import {
  type ExampleFilter,
  listPublishedExamples,
  type PublishedExample,
} from '#domains/good-examples/index.ts'
import { criteria } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import type { Asked } from '../asked.ts'
import { figuresNamed, organisationCode, organisationsNamed } from '../lookups.ts'
import { listing } from '../operation.ts'
import { type ListQuestion, type Page, pageOf } from '../paging.ts'
import { listParameters } from '../question.ts'

export const goodExample = z
  .object({
    id: z.int(),
    title: z.string(),
    summary: z.string(),
    language: z.enum(['sv', 'en']),
    organisation: z.string(),
    organisation_name: z.string(),
    year: z.int(),
    figures: z.array(z.string()),
    criteria: z.array(z.int()),
    sdgs: z.array(z.int()),
    published: z.iso.datetime(),
    updated: z.iso.datetime(),
    made_up: z.boolean(),
    page: z.url(),
  })
  .meta({ id: 'GoodExample' })

const query = z.strictObject({
  text: z.string().min(1).max(100).optional().meta({ example: 'solceller' }),
  figure: z
    .array(z.string().min(1).max(40))
    .optional()
    .meta({ example: ['1b'] }),
  organisation: z.array(organisationCode).optional(),
  criterion: z.number().int().min(1).max(criteria.length).optional(),
  sdg: z.number().int().min(1).max(17).optional(),
  ...listParameters(goodExample),
})

/** More than there will be for many years: found at once and cut into pages here. */
const most = 10_000

/** What others did that worked, newest first. */
export async function listGoodExamples(
  asked: Asked,
  question: ListQuestion & Partial<z.output<typeof query>>,
): Promise<Page<z.output<typeof goodExample>>> {
  const { text, figure, organisation, criterion, sdg } = question
  const [figures, organisations] = await Promise.all([
    figure && figuresNamed(asked, figure),
    organisation && organisationsNamed(asked, organisation),
  ])
  const filter: ExampleFilter = {
    ...(text ? { text } : {}),
    ...(figures ? { figureIds: figures.map(({ id }) => id) } : {}),
    ...(organisations ? { organisationCodes: organisations.map(({ code }) => code) } : {}),
    ...(criterion ? { criteria: [criterion] } : {}),
    ...(sdg ? { sdgs: [sdg] } : {}),
  }
  const found = await listPublishedExamples(asked.db, { ...filter, limit: most })
  const page = pageOf(found, ({ publishedAt, id }) => [-Date.parse(publishedAt), id], question, asked)
  return { ...page, items: page.items.map((one) => exampleItem(asked, one)) }
}

/** An example in the language asked for, or in the one that it is told in. */
function exampleItem(asked: Asked, one: PublishedExample): z.output<typeof goodExample> {
  const other = asked.l.language === 'sv' ? 'en' : 'sv'
  const language = one.title[asked.l.language] ? asked.l.language : other
  return {
    id: one.id,
    title: one.title[language] ?? '',
    summary: one.summary[language] ?? '',
    language,
    organisation: one.organisation.code,
    organisation_name: one.organisation.name,
    year: one.year,
    figures: one.figures,
    criteria: one.criteria,
    sdgs: one.sdgs,
    published: one.publishedAt,
    updated: one.updatedAt,
    made_up: one.madeUp,
    page: asked.origin + localeOf(language).href(one.address),
  }
}

export const goodExampleOperations = [
  listing({
    id: 'listGoodExamples',
    path: '/good-examples',
    query,
    item: goodExample,
    example: '/good-examples?figure=10a&limit=10',
    read: listGoodExamples,
  }),
]
