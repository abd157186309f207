import { z } from 'zod'
import type { ExchangeKind } from '../tables.ts'

/** The version of the format. A change that an older program would misread makes a new one. */
export const formatVersion = 1
export const formatName = 'ekokommun-exchange'

export const exchangeKinds = ['good-examples', 'key-figures'] as const satisfies readonly ExchangeKind[]

/** More than a network has; a document with more is refused. */
const most = { examples: 5000, figures: 500, organisations: 5000, series: 100_000, years: 200 }

const line = z.string().max(300)
const key = z.string().min(1).max(80)
const year = z.int().min(1900).max(2200)
/** A text by language, BCP 47. */
const told = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().max(5000))
  .refine((texts) => Object.keys(texts).length > 0, 'is told in no language')

export const networkSchema = z
  .object({
    name: line.min(1),
    country: z.string().regex(/^[A-Z]{2}$/),
    address: z.url({ protocol: /^https?$/ }),
  })
  .meta({
    id: 'Network',
    description: 'Whose document it is: its name, its country (ISO 3166-1) and the address of its site.',
  })

const head = {
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  network: networkSchema,
  issued_at: z.iso.datetime().meta({
    description: 'When the document was made. A receiver refuses one older than what it has already.',
  }),
}

export const exampleSchema = z
  .object({
    id: key,
    address: z
      .url({ protocol: /^https?$/ })
      .meta({ description: 'The original, on the site of the network.' }),
    organisation: line.min(1),
    year: z.int().min(1900).max(2200),
    title: told,
    summary: told,
    figures: z.array(key).max(50).meta({ description: 'Ids of the key figures that it is tied to.' }),
    criteria: z.array(z.int().min(1).max(20)).max(20),
    sdgs: z.array(z.int().min(1).max(17)).max(17),
    published: z.iso.datetime(),
    updated: z.iso.datetime(),
    made_up: z.boolean(),
  })
  .meta({ id: 'Example' })

export const examplesDocument = z
  .object({ ...head, kind: z.literal('good-examples'), examples: z.array(exampleSchema).max(most.examples) })
  .meta({ id: 'GoodExamples' })

export const figureSchema = z
  .object({
    id: key,
    number: z.string().max(20),
    name: told,
    unit: told,
    decimals: z.int().min(0).max(6),
    direction: z.enum(['up', 'down']).meta({ description: 'Which way is the right one.' }),
    address: z.url({ protocol: /^https?$/ }),
  })
  .meta({ id: 'Figure' })

export const seriesSchema = z
  .object({
    figure: key,
    organisation: key,
    values: z
      .array(
        z.object({
          year,
          value: z.number(),
          preliminary: z.literal(true).optional(),
          made_up: z.literal(true).optional(),
        }),
      )
      .max(most.years),
  })
  .meta({ id: 'Series', description: 'The values of one key figure for one organisation, oldest first.' })

export const figuresDocument = z
  .object({
    ...head,
    kind: z.literal('key-figures'),
    figures: z.array(figureSchema).max(most.figures),
    organisations: z.array(z.object({ id: key, name: line.min(1) })).max(most.organisations),
    series: z.array(seriesSchema).max(most.series),
  })
  .meta({ id: 'KeyFigures' })

/** What is signed: one of these. */
export const documentSchema = z.discriminatedUnion('kind', [examplesDocument, figuresDocument])

export type ExamplesDocument = z.output<typeof examplesDocument>
export type FiguresDocument = z.output<typeof figuresDocument>
export type ExchangeDocument = z.output<typeof documentSchema>

/** What stands at the root of the exchange, unsigned: who it is and what is offered. */
export const indexSchema = z.object({
  format: z.literal(formatName),
  versions: z.array(z.int()),
  network: networkSchema,
  key: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
  fingerprint: z.string(),
  offers: z.array(z.object({ kind: z.enum(exchangeKinds), address: z.url() })),
})

/** The JSON Schema (2020-12) of what is signed. */
export function jsonSchema(): object {
  return {
    title: 'Open exchange between networks of eco-municipalities',
    ...z.toJSONSchema(documentSchema, { target: 'draft-2020-12' }),
  }
}
