import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { kolada } from './domain.ts'
import { clientOf, datum, envelopeOf, kpi, municipality } from './v3-contract.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let client: ReturnType<typeof clientOf>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  // Mounted here too, so that the tests hold whether or not the program has it in its list.
  app.route('/', kolada.routes)
  client = clientOf(app)
})
afterAll(() => database.drop())

describe('pages', () => {
  test('lead on and back by absolute addresses that keep the whole question', async () => {
    const ids = [
      'U97001',
      ...Array.from({ length: 24 }, (_, index) => `U97${String(index + 20).padStart(3, '0')}`),
    ]
    const path = `/data/kpi/${ids.join()}/year/2023?page=2&per_page=100&region_type=K`
    const second = await client.get(path, datum)
    expect(second.values).toHaveLength(100)
    const next = new URL(second.next_url ?? '')
    expect(next.origin).toBe('http://localhost:3000')
    expect(Object.fromEntries(next.searchParams)).toEqual({ page: '3', per_page: '100', region_type: 'K' })
    const previous = new URL(second.previous_url ?? '')
    expect(previous.searchParams.get('page')).toBe('1')
    const whole = await client.get(`/data/kpi/${ids.join()}/year/2023?region_type=K`, datum)
    expect(second.values).toEqual(whole.values.slice(100, 200))
  })

  test('followed to the end give everything once', async () => {
    const seen: string[] = []
    let address: string | null = '/municipality?per_page=100'
    while (address) {
      const answer: { values: { id: string }[]; next_url: string | null } = await client.get(
        address,
        municipality,
      )
      seen.push(...answer.values.map(({ id }) => id))
      address = answer.next_url?.replace('http://localhost:3000/kolada/v3', '') ?? null
    }
    expect(seen).toHaveLength(311)
    expect(new Set(seen).size).toBe(311)
  })

  test('hold at most 5000 items, however many are asked for', async () => {
    const years = [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024].join()
    const answer = await client.get(`/data/kpi/U97001,U97002/year/${years}?per_page=9999`, datum)
    expect(answer.values).toHaveLength(5000)
    expect((await client.get('/data/kpi/U97001,U97002/year/2023?page=99', datum)).values).toEqual([])
    expect(answer.next_url).toContain('page=2')
  })

  test('are addressed by the public name when the client came by it', async () => {
    const response = await app.request('https://eko.example/kolada/v3/kpi?per_page=1', {
      headers: { 'x-forwarded-host': 'evil.example' },
    })
    const { next_url } = envelopeOf(kpi).parse(await response.json())
    expect(next_url).toBe('https://eko.example/kolada/v3/kpi?per_page=1&page=2')
  })
})

describe('a request that cannot be answered', () => {
  test('names more than 25 of a kind', async () => {
    const many = Array.from({ length: 26 }, (_, index) => `N${10_000 + index}`)
    const years = Array.from({ length: 26 }, (_, index) => 1990 + index)
    expect(await client.refused(`/kpi/${many.join()}`)).toMatchObject([
      { type: 'too_long', loc: ['path', 'ids'] },
    ])
    expect(await client.refused(`/data/kpi/U97001/year/${years.join()}`)).toMatchObject([
      { loc: ['path', 'year'] },
    ])
    const repeated = many.map((id) => `municipality_id=${id}`).join('&')
    expect(await client.refused(`/data/?kpi_id=U97001&${repeated}`)).toMatchObject([
      { loc: ['query', 'municipality_id'] },
    ])
    expect((await client.get(`/kpi/${many.slice(0, 25).join()}`, kpi)).values).toEqual([])
  })

  test.each([
    ['/data/', ['query']],
    ['/data/?kpi_id=U97001', ['query']],
    ['/data/kpi/U97001/year/now', ['path', 'year']],
    ['/data/?kpi_id=U97001&year=20', ['query', 'year']],
    ['/kpi?page=0', ['query', 'page']],
    ['/kpi?page=-1', ['query', 'page']],
    ['/kpi?per_page=many', ['query', 'per_page']],
    ['/municipality?type=Q', ['query', 'type']],
    ['/data/kpi/U97001/year/2023?from_date=yesterday', ['query', 'from_date']],
    ['/data/kpi/U97001/year/2023?from_date=2023-02-30', ['query', 'from_date']],
    ['/data/kpi/U97001/year/2023?region_type=constructor', ['query', 'region_type']],
  ])('%s says where it is wrong', async (path, loc) => {
    expect((await client.refused(path))[0]?.loc).toEqual(loc)
  })

  test('is answered in JSON, open to every page on the web', async () => {
    for (const [path, status] of [
      ['/kolada/v3/nothing', 404],
      ['/kolada/v3/data/kpi/U97001', 404],
      ['/kolada/v3', 404],
      ['/kolada/v1/kpi', 404],
      ['/kolada/v3/kpi?page=x', 422],
      ['/kolada/v3/kpi/%E5%E4', 200],
    ] as const) {
      const response = await app.request(`http://localhost:3000${path}`)
      expect(response.status, path).toBe(status)
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(Object.keys(await response.json())).toContain(status === 200 ? 'values' : 'detail')
    }
    const posted = await app.request('http://localhost:3000/kolada/v3/kpi', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect(posted.status).toBe(405)
    expect(await posted.json()).toEqual({ detail: 'Method Not Allowed' })
  })

  test('since the database is away is answered in JSON too', async () => {
    const away = await loadedDatabase()
    const broken = testApp(away.db)
    broken.route('/', kolada.routes)
    await away.drop()
    const response = await broken.request('http://localhost:3000/kolada/v3/kpi')
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ detail: 'Internal Server Error' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})

describe('any address', () => {
  test('answers with and without a slash or an empty query, and never sends on', async () => {
    for (const path of ['/kpi', '/municipality_groups', '/data/kpi/U97001/year/2023', '/ou']) {
      const bodies: string[] = []
      for (const end of ['', '/', '?', '/?']) {
        const response = await app.request(`http://localhost:3000/kolada/v3${path}${end}`, {
          redirect: 'manual',
        })
        expect(response.status).toBe(200)
        bodies.push(await response.text())
      }
      expect(new Set(bodies).size).toBe(1)
    }
  })

  test('may be read by every page on the web and asked for again at no cost', async () => {
    const address = 'http://localhost:3000/kolada/v3/data/kpi/U97001/year/2023'
    const first = await app.request(address, { headers: { origin: 'https://other.example' } })
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    const again = await app.request(address, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
    const preflight = await app.request(address, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toContain('GET')
  })
})
