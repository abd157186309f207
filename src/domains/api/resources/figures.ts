import { z } from 'zod'
import { type Catalogue, type KeyFigure, loadCatalogue } from '#domains/key-figures/index.ts'
import { criteria } from '#platform/association.ts'
import { inLanguage } from '#platform/i18n.ts'
import { type Asked, figureAddress } from '../asked.ts'
import { listing, single } from '../operation.ts'
import { type Page, pageOf } from '../paging.ts'
import { commonParameters, listParameters } from '../question.ts'

export const figure = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    set: z.string(),
    set_name: z.string(),
    explanation: z.string(),
    unit: z.string(),
    decimals: z.int(),
    direction: z.enum(['up', 'down']),
    scope: z.enum(['place', 'organisation']),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    producer: z.string(),
    reported_by: z.enum(['national', 'reporter']),
    plausible_min: z.number().nullable(),
    plausible_max: z.number().nullable(),
    target: z
      .object({ value: z.number(), year: z.int(), by: z.string().nullable() })
      .meta({ id: 'Target' })
      .nullable(),
    class_limits: z.array(z.number()).nullable(),
    criteria: z.array(z.int()),
    sdgs: z.array(z.int()),
    replaces: z.array(z.string()),
    certainty: z.enum(['decided', 'published', 'inferred']),
    values_note: z.string().nullable(),
    breaks: z.array(z.object({ year: z.int(), reason: z.string() }).meta({ id: 'MethodBreak' })),
    page: z.url(),
  })
  .meta({ id: 'Figure' })

const query = z.strictObject({
  set: z.string().min(1).max(40).optional().meta({ example: '2012' }),
  criterion: z.number().int().min(1).max(criteria.length).optional(),
  reported_by: z.enum(['national', 'reporter']).optional(),
  ...listParameters(figure),
})

/** A key figure as the API gives it. */
export function figureItem(
  asked: Asked,
  { sets, breaks }: Catalogue,
  one: KeyFigure,
): z.output<typeof figure> {
  const say = <T extends { sv: string; en: string } | null>(pair: T) => pair && inLanguage(pair, asked.l)
  const set = sets.find(({ id }) => id === one.setId)
  return {
    id: one.id,
    number: one.number,
    name: inLanguage(one.name, asked.l),
    set: one.setId,
    set_name: set ? inLanguage(set.name, asked.l) : one.setId,
    explanation: inLanguage(one.explanation, asked.l),
    unit: inLanguage(one.unit, asked.l),
    decimals: one.decimals,
    direction: one.direction,
    scope: one.scope,
    numerator: say(one.numerator),
    denominator: say(one.denominator),
    producer: inLanguage(one.producer, asked.l),
    reported_by: one.reportedBy,
    plausible_min: one.plausible.min,
    plausible_max: one.plausible.max,
    target: one.target && { ...one.target, by: say(one.target.by) },
    class_limits: one.classLimits,
    criteria: one.criteria,
    sdgs: one.sdgs,
    replaces: one.replaces,
    certainty: one.certainty,
    values_note: say(one.valuesNote),
    breaks: breaks
      .filter(({ figureId }) => figureId === one.id)
      .map(({ year, reason }) => ({ year, reason: inLanguage(reason, asked.l) })),
    page: figureAddress(asked, one.id),
  }
}

/** The key figures that fit. */
export async function listFigureItems(
  asked: Asked,
  question: z.output<typeof query>,
): Promise<Page<z.output<typeof figure>>> {
  const { set, criterion, reported_by: reportedBy } = question
  const catalogue = await loadCatalogue(asked)
  const fitting = catalogue.figures.filter(
    (one) =>
      (set === undefined || one.setId === set) &&
      (criterion === undefined || one.criteria.includes(criterion)) &&
      (reportedBy === undefined || one.reportedBy === reportedBy),
  )
  const page = pageOf(fitting, ({ id }) => [id], question, asked)
  return { ...page, items: page.items.map((one) => figureItem(asked, catalogue, one)) }
}

export const figureOperations = [
  listing({
    id: 'listFigures',
    path: '/figures',
    query,
    item: figure,
    example: '/figures?set=2012&fields=id,name,unit',
    read: listFigureItems,
  }),
  single({
    id: 'getFigure',
    path: '/figures/{id}',
    query: z.strictObject(commonParameters(figure)),
    item: figure,
    named: 'id',
    example: '/figures/1b',
    read: async (asked, id) => {
      const catalogue = await loadCatalogue(asked)
      const one = catalogue.byId.get(id)
      return one && figureItem(asked, catalogue, one)
    },
  }),
]
