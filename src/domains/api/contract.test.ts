import SwaggerParser from '@apidevtools/swagger-parser'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { oas31 } from 'zod-openapi'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type ApiDocument, documentOf } from './document.ts'
import { operations } from './operations.ts'
import { resolved, type Schema } from './pages/schema-words.ts'

const origin = 'https://eko.example'
const document = documentOf(localeOf('en'), origin)
const addresses = Object.entries(document.paths ?? {})
const plain = (schema: Schema) => resolved(document, schema).schema

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

let asks = 0
/** Asks as somebody new each time, so that the limit of requests does not cut the test short. */
async function ask(path: string): Promise<Response> {
  asks += 1
  return app.request(path.startsWith('http') ? path : `${origin}/api/v1${path}`, {
    headers: { 'x-forwarded-for': `10.0.${asks >> 8}.${asks & 255}` },
  })
}

describe('the OpenAPI document', () => {
  test('is served for any site to read, and is valid OpenAPI 3.1', async () => {
    const response = await app.request(`${origin}/api/openapi.json`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const served = await response.json()
    expect(served.openapi).toMatch(/^3\.1\./)
    await SwaggerParser.validate(structuredClone(served))
    await expect(
      SwaggerParser.validate({ ...structuredClone(served), paths: { '/x': { get: 1 } } }),
    ).rejects.toThrow()
  })

  test('describes every address that the API answers', () => {
    expect(addresses.map(([path]) => path)).toEqual(operations.map(({ path }) => path))
  })

  test.each(['sv', 'en'] as const)('says in %s what each parameter and field means', (language) => {
    const { paths, components } = documentOf(localeOf(language), origin)
    const silent = [
      ...Object.values(paths ?? {})
        .flatMap(({ get }) => get?.parameters ?? [])
        .map((one) => ({ name: 'name' in one ? one.name : '', description: one.description })),
      ...Object.entries(components?.schemas ?? {}).flatMap(([holder, schema]) =>
        Object.entries(plain(schema).properties ?? {}).map(([name, { description }]) => ({
          name: `${holder}.${name}`,
          description,
        })),
      ),
    ].filter(({ description }) => !description)
    expect(silent).toEqual([])
  })
})

const ajv = new Ajv({ strict: false, validateFormats: false })
ajv.addSchema(document, 'api')
ajv.addSchema(withoutRequired(document), 'some-fields')

/** The document where an answer may lack fields, since the request chose some. */
function withoutRequired(whole: ApiDocument): ApiDocument {
  const schemas = Object.entries(whole.components?.schemas ?? {}).map(([name, schema]) => {
    const { required, ...rest } = plain(schema)
    return [name, name.endsWith('List') ? schema : rest]
  })
  return { ...whole, components: { ...whole.components, schemas: Object.fromEntries(schemas) } }
}

function checkAnswer(path: string, status: number, body: unknown, someFields = false): void {
  const within = `paths/${path.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/${status}`
  const type = status === 200 ? 'application~1json' : 'application~1problem+json'
  const key = `${someFields ? 'some-fields' : 'api'}#/${within}/content/${type}/schema`
  const validate = ajv.getSchema(key)
  if (!validate) throw new Error(`The document has no answer ${status} for ${path}`)
  if (!validate(body))
    throw new Error(`${path} ${status}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`)
}

const known: Record<string, string[]> = {
  figure: ['1b', '4', '7', '11', 'laddbara-bilar'],
  organisation: ['1382', '1283', '0180', '0010'],
  list: ['1382', '1283', '0180'],
  set: ['2012', 'own'],
  name: ['falken', 'borås', '100 % å'],
  text: ['cykel', 'ängar', "'; drop"],
  county: ['13', '25'],
  skr_group: ['A1', 'C6'],
  as_known_at: ['2026-11-22', '2026-08-01T00:00:00Z'],
  code: ['1382', '0010'],
  id: ['1b', '12'],
}

/** Texts that fit a parameter's schema, as they stand in an address. */
function fitting(name: string, schema: oas31.SchemaObject): fc.Arbitrary<string> {
  if (schema.type === 'array' && schema.items) {
    return fc
      .uniqueArray(fitting(name, plain(schema.items)), {
        minLength: 1,
        maxLength: Math.min(3, schema.maxItems ?? 3),
      })
      .map((all) => all.join())
  }
  const some = known[name] ?? schema.enum?.map(String)
  if (some) return fc.constantFrom(...some)
  if (schema.type === 'integer') {
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 }).map(String)
  }
  if (schema.type === 'boolean') return fc.boolean().map(String)
  if (schema.format === 'date') return fc.constantFrom('2020-01-01', '1995-05-01')
  throw new Error(`Say what fits ${name}`)
}

/** Texts that do not fit. */
function unfitting(schema: oas31.SchemaObject): fc.Arbitrary<string> {
  const one = schema.type === 'array' ? plain(schema.items ?? {}) : schema
  const odd = ['', ' ', '-1', '1e3', '99999999999', 'null', "'; drop table", '%00', '💧', 'å,ä', '0x10']
  const free = one.type === 'string' && !one.enum && !one.pattern && !one.format
  if (free) return fc.constantFrom('', 'x'.repeat(101))
  const values = (one.enum ?? []).map(String)
  return fc.oneof(fc.constantFrom(...odd), fc.string()).filter((text) => {
    return (
      !text.split(',').every((part) => values.includes(part.trim())) &&
      !/^(true|false|\d{1,4})$/.test(text.trim())
    )
  })
}

interface Parameter {
  name: string
  required: boolean
  schema: oas31.SchemaObject
}

function parametersOf(get: oas31.OperationObject | undefined): Parameter[] {
  return (get?.parameters ?? []).flatMap((one) =>
    'in' in one && one.in === 'query' && one.schema
      ? [{ name: one.name, required: one.required ?? false, schema: plain(one.schema) }]
      : [],
  )
}

const queryOf = (given: Record<string, string | undefined>) =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

const named = (path: string) => path.replace(/\{(\w+)\}/, (_, name: string) => known[name]?.[0] ?? name)

describe.each(addresses)('%s', (path, { get }) => {
  const parameters = parametersOf(get)
  const good = (from: Parameter[]) =>
    fc.record(
      Object.fromEntries(
        from.map(({ name, required, schema }) => [
          name,
          required ? fitting(name, schema) : fc.option(fitting(name, schema), { nil: undefined, freq: 2 }),
        ]),
      ),
    )

  test('answers what fits as documented', async () => {
    await fc.assert(
      fc.asyncProperty(good(parameters.filter(({ name }) => name !== 'cursor')), async (given) => {
        const response = await ask(`${named(path)}?${queryOf(given)}`)
        const body = await response.json()
        // What is right by itself may not go together, such as a group with nobody to start from.
        expect([200, 400]).toContain(response.status)
        checkAnswer(path, response.status, body, given.fields !== undefined)
      }),
      { numRuns: 40 },
    )
  })

  test('refuses with a problem what does not fit, and never breaks', async () => {
    const wrong = fc.oneof(
      ...parameters.map(({ name, schema }) => unfitting(schema).map((text) => [name, text] as const)),
      fc
        .string({ minLength: 1 })
        .filter((name) => !parameters.some((one) => one.name === name))
        .map((name) => [name, '1'] as const),
    )
    const needed = parameters.filter(({ required }) => required)
    await fc.assert(
      fc.asyncProperty(good(needed), wrong, async (given, [name, text]) => {
        const response = await ask(`${named(path)}?${queryOf({ ...given, [name]: text })}`)
        expect(`${response.status} ${response.headers.get('content-type')}`).toBe(
          '400 application/problem+json; charset=utf-8',
        )
        checkAnswer(path, 400, await response.json())
      }),
      { numRuns: 40 },
    )
  })
})

describe.each(addresses.filter(([path]) => path.includes('{')))('%s', (path) => {
  test('says what there is instead of what there is not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (name) => {
        const response = await ask(path.replace(/\{\w+\}/, encodeURIComponent(`x${name}`)))
        expect(response.status).toBe(404)
        checkAnswer(path, 404, await response.json())
      }),
      { numRuns: 20 },
    )
  })
})
