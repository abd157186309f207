import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi'
import type { Locale } from '#platform/i18n.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { apiPaths } from './paths.ts'
import { type Texts, textsOf } from './texts.ts'

export type ApiDocument = ReturnType<typeof createDocument>

const fault = z
  .object({ parameter: z.string(), detail: z.string(), allowed: z.array(z.string()).optional() })
  .meta({ id: 'Fault' })
const problem = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(fault).optional(),
  })
  .meta({ id: 'Problem' })
const rateLimit = {
  RateLimit: z.string().meta({ example: '"per-address";r=598;t=42' }),
  'RateLimit-Policy': z.string().meta({ example: '"per-address";q=600;w=60' }),
}
const okHeaders = z.object({ ETag: z.string(), ...rateLimit })
const tooManyHeaders = z.object({ ...rateLimit, 'Retry-After': z.int() })

/** The whole answer of a list. */
export function envelopeOf(item: z.ZodObject) {
  return z
    .object({ items: z.array(item), count: z.int(), next: z.url().nullable() })
    .meta({ id: `${z.globalRegistry.get(item)?.id ?? ''}List` })
}

/**
 * The description of the API as OpenAPI 3.1, from the same schemas that check requests and shape answers. What each
 * parameter and field means is added in the reader's language; a name means the same wherever it stands.
 */
export function documentOf(l: Locale, origin: string): ApiDocument {
  const t = textsOf(l)
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: t.document.title,
      version: '1.0.0',
      description: t.document.description,
      license: { name: 'CC0 1.0', identifier: 'CC0-1.0' },
    },
    externalDocs: { url: origin + l.href(apiPaths.reference), description: t.page.title },
    servers: [{ url: origin + apiPaths.root }],
    paths: Object.fromEntries(operations.map((one) => [one.path, { get: describe(one, t) }])),
  })
  explain(document, t)
  return document
}

function describe(operation: Operation, t: Texts): ZodOpenApiOperationObject {
  const { id, query, item, named } = operation
  const body = named === null ? envelopeOf(item) : item
  const statuses = named === null ? ([400, 429, 500] as const) : ([400, 404, 429, 500] as const)
  return {
    operationId: id,
    summary: t.operations[id].summary,
    description: t.operations[id].description,
    requestParams: {
      ...(named === null ? {} : { path: z.object({ [named]: z.string().min(1) }) }),
      query: z.strictObject(
        Object.fromEntries(Object.entries(query.shape).map(([name, schema]) => [name, asCommaList(schema)])),
      ),
    },
    responses: {
      200: {
        description: t.document.ok,
        headers: okHeaders,
        content: { 'application/json': { schema: body } },
      },
      304: { description: t.document.notModified },
      ...Object.fromEntries(
        statuses.map((status) => [
          `${status}`,
          {
            description: t.problems.titles[kindOf(status)],
            ...(status === 429 ? { headers: tooManyHeaders } : {}),
            content: { 'application/problem+json': { schema: problem } },
          },
        ]),
      ),
    },
  }
}

/** Several values of a parameter are written with commas between. */
function asCommaList<S extends z.core.SomeType>(schema: S) {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return inner instanceof z.ZodArray && schema instanceof z.ZodType
    ? schema.meta({ ...schema.meta(), ...inner.meta(), param: { style: 'form', explode: false } })
    : schema
}

function kindOf(status: 400 | 404 | 429 | 500) {
  const kinds = {
    400: 'bad-parameter',
    404: 'not-found',
    429: 'too-many-requests',
    500: 'internal-error',
  } as const
  return kinds[status]
}

function explain({ paths, components }: ApiDocument, t: Texts): void {
  for (const path of Object.values(paths ?? {})) {
    for (const parameter of path.get?.parameters ?? []) {
      if ('name' in parameter) parameter.description = meaning(t.parameters, parameter.name)
    }
  }
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    if ('$ref' in schema) continue
    for (const [field, property] of Object.entries(schema.properties ?? {})) {
      property.description = meaning(t.fields, field, name.endsWith('List') ? 'List' : name)
    }
  }
}

/** What a name means; in one kind of thing it may mean something of its own (`Source.title`). */
function meaning(words: Record<string, string>, name: string, within = ''): string {
  return words[`${within}.${name}`] ?? words[name] ?? ''
}
