import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { kolada } from './domain.ts'

// The keys that old scripts were written for: other names than in v3, and no page keys at the ends.
const kpi = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  definition: z.string(),
  is_divided_by_gender: z.literal([0, 1]),
  municipality_type: z.string(),
  auspices: z.string().nullable(),
  operating_area: z.string(),
  perspective: z.string().nullable(),
  prel_publication_date: z.string().nullable(),
  publication_date: z.string().nullable(),
  ou_publication_date: z.string().nullable(),
  publ_period: z.string().nullable(),
  has_ou_data: z.boolean(),
})
const group = z.strictObject({
  id: z.string(),
  title: z.string(),
  members: z.array(z.strictObject({ id: z.string(), title: z.string() })),
})
const value = { gender: z.literal('T'), count: z.int(), status: z.string(), value: z.number().nullable() }
const datumWith = (extra: z.ZodRawShape) =>
  z.strictObject({
    kpi: z.string(),
    period: z.int(),
    municipality: z.string(),
    values: z.tuple([z.strictObject({ ...value, ...extra })]),
  })
const datum = datumWith({})

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  app.route('/', kolada.routes)
})
afterAll(() => database.drop())

async function get<T>(path: string, item: z.ZodType<T>) {
  const response = await app.request(`http://localhost:3000/kolada/v2${path}`)
  expect(response.status, path).toBe(200)
  const envelope = z.strictObject({
    count: z.int(),
    values: z.array(item),
    next_page: z.url().optional(),
    previous_page: z.url().optional(),
  })
  const answer = envelope.parse(await response.json())
  expect(answer.count).toBe(answer.values.length)
  return answer
}

describe('the second version, for old scripts', () => {
  test('gives key figures, places and groups under its own names', async () => {
    expect((await get('/kpi', kpi)).values).toHaveLength(37)
    const { values } = await get('/municipality?page=1&per_page=2000', z.unknown())
    expect(values).toHaveLength(311)
    expect(values).toContainEqual({ id: '0180', title: 'Stockholm', type: 'K' })
    expect((await get('/municipality_groups/G101', group)).values[0]?.members[0]).toEqual({
      id: '0180',
      title: 'Stockholm',
    })
    expect((await get('/kpi_groups', group)).values).toHaveLength(4)
    expect((await get('/ou', z.unknown())).values).toEqual([])
  })

  test('gives values, and tells of deleted ones only when asked for changes', async () => {
    const path = '/data/kpi/U97001,U97002/municipality/0180/year/2022,2023'
    const { values } = await get(`${path}?`, datum)
    expect(values.map(({ kpi: id, period }) => `${id} ${period}`)).toEqual([
      'U97001 2022',
      'U97001 2023',
      'U97002 2022',
      'U97002 2023',
    ])
    const changes = await get(`${path}?from_date=2020-01-01`, datumWith({ is_deleted: z.literal(0) }))
    expect(changes.values).toHaveLength(4)
  })

  test('has page keys only where there is a page', async () => {
    const keys = async (query: string) =>
      Object.keys(await get(`/municipality?per_page=200${query}`, z.unknown()))
    expect(await keys('')).toEqual(['count', 'values', 'next_page'])
    expect(await keys('&page=2')).toEqual(['count', 'values', 'previous_page'])
    expect(Object.keys(await get('/municipality', z.unknown()))).toEqual(['count', 'values'])
    const { next_page } = await get('/municipality?per_page=200', z.unknown())
    expect(next_page).toBe('http://localhost:3000/kolada/v2/municipality?per_page=200&page=2')
  })

  test('takes as many ids as an address holds', async () => {
    const { values: places } = await get('/municipality?type=K', z.object({ id: z.string() }))
    const path = `/data/kpi/U97001/municipality/${places.map(({ id }) => id).join()}/year/2023`
    expect((await get(path, datum)).values).toHaveLength(290)
  })

  test('says 400 in JSON to what it does not understand', async () => {
    for (const path of ['/kpi?page=x', '/data?kpi_id=U97001', '/data/kpi/U97001/year/20233']) {
      const response = await app.request(`http://localhost:3000/kolada/v2${path}`)
      expect(response.status).toBe(400)
      expect(Object.keys(await response.json())).toEqual(['detail'])
    }
  })
})
