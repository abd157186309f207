import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { loggedIn } from '../../../tests/support/login.ts'
import { envelopeOf } from './document.ts'
import { operations } from './operations.ts'
import { figure } from './resources/figures.ts'
import { organisation } from './resources/organisations.ts'
import { statistics } from './resources/statistics.ts'
import { trend } from './resources/trends.ts'
import { value } from './resources/values.ts'

const origin = 'https://eko.example'
let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

/** Asks as a client at an address of its own, so that nobody else's count is touched. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return app.request(path.startsWith('http') ? path : `${origin}/api/v1${path}`, {
    method,
    headers: { 'x-forwarded-for': '192.0.2.1', ...headers },
  })
}

async function list<T extends z.ZodObject>(path: string, item: T): Promise<z.output<T>[]> {
  const response = await ask(path)
  expect(response.status, await response.clone().text()).toBe(200)
  return z.object({ items: z.array(item) }).parse(await response.json()).items
}

const problem = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(z.object({ parameter: z.string(), detail: z.string(), allowed: z.array(z.string()).optional() }))
    .default([]),
})

async function refused(path: string, status = 400, method = 'GET') {
  const response = await ask(path, {}, method)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return problem.parse(await response.json())
}

describe('organisations', () => {
  test('are found by name, county and membership', async () => {
    const found = await list('/organisations?name=Falkenbergs%20kommun', organisation)
    expect(found).toMatchObject([
      { code: '1382', name: 'Falkenberg', county: 'Hallands län', membership: 'full' },
    ])
    expect(found[0]?.page).toBe('https://eko.example/kommuner/1382')
    const halland = await list('/organisations?county=13&kind=municipality', organisation)
    expect(halland.map(({ name }) => name)).toContain('Falkenberg')
    expect(halland).toHaveLength(6)
  })

  test('come with names in the language asked for', async () => {
    expect(await list('/organisations?name=1382&lang=en', organisation)).toMatchObject([
      { skr_group: 'Small town' },
    ])
  })
})

describe('values', () => {
  test('carry everything that must be said of them', async () => {
    const [one] = await list('/values?figure=1b&organisation=1382&year=2023', value)
    expect(one).toMatchObject({
      figure: '1b',
      organisation_name: 'Falkenberg',
      year: 2023,
      unit: 'ton/inv',
      missing: null,
      status: 'final',
      basis: 'computed',
      made_up: false,
      source: 'smhi-vaxthusgaser',
    })
    expect(one?.source_title).toContain('SMHI')
    expect(one?.value).toBeGreaterThan(0)
  })

  test('that are made up say so, and those that are missing say why', async () => {
    const madeUp = await list('/values?basis=made-up&limit=5', value)
    expect(madeUp.length).toBeGreaterThan(0)
    expect(madeUp.every(({ made_up, basis }) => made_up && basis === 'made-up')).toBe(true)
    const missing = await list('/values?missing=true&limit=5', value)
    expect(missing.length).toBeGreaterThan(0)
    expect(missing.every((one) => one.value === null && one.missing !== null)).toBe(true)
  })

  test('are given as they were known on a day', async () => {
    const revised = await database.db
      .selectFrom('key_figure_value')
      .selectAll()
      .where('known_until', 'is not', null)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const path = `/values?figure=${revised.key_figure_id}&organisation=${revised.organisation_code}&year=${revised.year}`
    const [now] = await list(path, value)
    const [then] = await list(`${path}&as_known_at=${revised.known_from.toISOString()}`, value)
    expect(then?.value).toBe(revised.value)
    expect(now?.known_from).not.toBe(then?.known_from)
    expect(await list(`${path}&as_known_at=1990-01-01`, value)).toEqual([])
  })

  test('of a day to come are refused', async () => {
    expect((await refused('/values?as_known_at=2026-11-24&lang=en')).detail).toContain('still to come')
  })

  test('are only those that a visitor may see', async () => {
    const cookie = await loggedIn(app, 'kansli')
    const response = await ask('/values?figure=1b&limit=3', { cookie })
    expect(response.headers.get('cache-control')).toBe('public, no-cache')
    expect(await response.text()).toBe(await (await ask('/values?figure=1b&limit=3')).text())
  })
})

describe('statistics', () => {
  test('sum up a group, with the place of an organisation and how sure it is', async () => {
    const [row, ...rest] = await list(
      '/statistics?figure=1b&group=similar&organisation=1382&year=2023',
      statistics,
    )
    expect(rest).toEqual([])
    expect(row).toMatchObject({ group: 'similar', group_size: 8, count: 8, too_few: false })
    expect(row?.rank).toMatchObject({ organisation: '1382', of: 8 })
    const { place = 0, likely_from: from, likely_to: to } = row?.rank ?? {}
    expect(from).toBeLessThanOrEqual(place)
    expect(to).toBeGreaterThanOrEqual(place)
  })

  test('are those of the values that the API itself gives', async () => {
    const values = await list('/values?figure=1b&year=2023&limit=1000', value)
    const counted = values.flatMap((one) =>
      one.value === null || one.deviation !== null || one.organisation.startsWith('00') ? [] : [one.value],
    )
    const [row] = await list('/statistics?figure=1b&group=sweden&year=2023', statistics)
    expect(row?.count).toBe(counted.length)
    expect(row?.mean).toBeCloseTo(counted.reduce((sum, one) => sum + one, 0) / counted.length, 9)
  })

  test('say what a group needs', async () => {
    expect(await refused('/statistics?figure=1b&group=county')).toMatchObject({
      errors: [{ parameter: 'organisation' }],
    })
    expect(await refused('/statistics?figure=1b&group=county&organisation=0010')).toMatchObject({
      status: 400,
    })
    expect(await refused('/statistics?figure=1b&group=list')).toMatchObject({
      errors: [{ parameter: 'list' }],
    })
  })
})

describe('trends', () => {
  test('tell of one organisation, or of everyone in a group', async () => {
    const own = await list('/trends?figure=1b,4&organisation=1382', trend)
    expect(own.map((one) => [one.figure, one.organisation])).toEqual([
      ['1b', '1382'],
      ['4', '1382'],
    ])
    expect(own[0]).toMatchObject({ way: 'right', sentence: expect.stringContaining('åt rätt håll') })
    const similar = await list('/trends?figure=1b&organisation=1382&group=similar', trend)
    expect(similar).toHaveLength(8)
  })
})

describe('events', () => {
  test('are those that everyone may know of, in the order in which they begin', async () => {
    const events = await list(
      '/events?limit=1000',
      z.looseObject({ starts: z.string(), open_to: z.string() }),
    )
    const starts = events.map((one) => one.starts)
    expect(starts.length).toBeGreaterThan(0)
    expect(starts).toEqual(starts.toSorted())
    expect(events.every(({ open_to }) => open_to !== 'board')).toBe(true)
  })

  test('of a day that no calendar has are refused', async () => {
    expect(await refused('/events?from_day=0000-01-01')).toMatchObject({
      errors: [{ parameter: 'from_day' }],
    })
  })
})

describe('good examples', () => {
  test('come newest first, marked as made up in the demonstration', async () => {
    const item = z.looseObject({
      published: z.string(),
      made_up: z.literal(true),
      figures: z.array(z.string()),
    })
    const examples = await list('/good-examples?figure=10a', item)
    const days = examples.map(({ published }) => published)
    expect(days.length).toBeGreaterThan(0)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(examples.every(({ figures }) => figures.includes('10a'))).toBe(true)
  })
})

describe('a list', () => {
  test('is walked by its cursors and gives every row once', async () => {
    const whole = await list('/values?figure=1b,4&organisation=1382,1283,0180&limit=1000', value)
    const seen: unknown[] = []
    let next: string | null = `${origin}/api/v1/values?figure=1b,4&organisation=1382,1283,0180&limit=7`
    while (next) {
      const response: Response = await ask(next)
      const page = envelopeOf(value).parse(await response.json())
      expect(page.count).toBe(page.items.length)
      expect(response.headers.get('link')).toBe(page.next ? `<${page.next}>; rel="next"` : null)
      seen.push(...page.items)
      next = page.next
    }
    expect(whole.length).toBeGreaterThan(14)
    expect(seen).toEqual(whole)
  })

  test('refuses the cursor of another question', async () => {
    const page = envelopeOf(value).parse(await (await ask('/values?figure=1b&limit=1')).json())
    const cursor = new URL(page.next ?? '').searchParams.get('cursor')
    expect(await refused(`/values?figure=4&cursor=${cursor}`)).toMatchObject({
      errors: [{ parameter: 'cursor' }],
    })
  })

  test('shows only the fields asked for', async () => {
    const response = await ask('/figures?fields=id,unit&limit=1')
    expect(await response.json()).toMatchObject({ items: [{ id: '1a', unit: 'ton/inv' }] })
    const one = await (await ask('/figures/1b?fields=name')).json()
    expect(Object.keys(one)).toEqual(['name'])
  })
})

describe('what cannot be answered', () => {
  test('names what is allowed', async () => {
    const unknown = await refused('/values?figur=1b&lang=en')
    expect(unknown.type).toBe('https://eko.example/en/api#unknown-parameter')
    expect(unknown.errors[0]).toMatchObject({
      parameter: 'figur',
      allowed: expect.arrayContaining(['figure', 'year']),
    })
    const wrong = await refused('/organisations?kind=town')
    expect(wrong.errors).toMatchObject([{ parameter: 'kind', allowed: ['municipality', 'region'] }])
    expect((await refused('/values?figure=99')).errors[0]?.allowed).toContain('1b')
    expect((await refused('/values?limit=1&limit=2')).errors).toMatchObject([{ parameter: 'limit' }])
  })

  test('is a problem whatever it is: no such thing, no such address, no such method', async () => {
    await refused('/organisations/9999', 404)
    await refused('/finns-inte', 404)
    await refused(`${origin}/en/api/v1/values`, 404)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) await refused('/values', 405, method)
    expect((await ask('/values', {}, 'POST')).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    await refused('/finns-inte', 404, 'POST')
  })

  test('is a problem also when the fault is ours', async () => {
    const broken = await loadedDatabase()
    const faulty = testApp(broken.db)
    await broken.drop()
    const response = await faulty.request(`${origin}/api/v1/values`, {
      headers: { 'x-forwarded-for': '192.0.2.9' },
    })
    expect(response.status).toBe(500)
    expect(problem.parse(await response.json())).toMatchObject({
      status: 500,
      title: 'Något gick fel hos oss',
    })
  })
})

describe('every answer', () => {
  test('may be read by other sites, and tells it to those who ask first', async () => {
    expect((await ask('/figures')).headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask('/finns-inte')).headers.get('access-control-allow-origin')).toBe('*')
    const asksFirst = await ask('/figures', { origin: 'https://other.example' }, 'OPTIONS')
    expect(asksFirst.status).toBe(204)
    expect(asksFirst.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
  })

  test('is 304 while nothing has changed', async () => {
    const first = await ask('/figures/1b')
    const etag = first.headers.get('etag') ?? ''
    const again = await ask('/figures/1b', { 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await ask('/figures/4', { 'if-none-match': etag })).status).toBe(200)
  })

  test('has its headers without its body when only these are asked for', async () => {
    const head = await ask('/figures/1b', {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe((await ask('/figures/1b')).headers.get('etag'))
    expect(await head.text()).toBe('')
  })
})

describe('the limit', () => {
  const from = (address: string) => ask('/figures/1b?fields=id', { 'x-forwarded-for': address })

  test('is told in every answer, and counts each address by itself', async () => {
    const first = await from('198.51.100.1')
    expect(first.headers.get('ratelimit-policy')).toBe('"per-address";q=600;w=60')
    expect(first.headers.get('ratelimit')).toBe('"per-address";r=599;t=60')
    expect((await from('198.51.100.1')).headers.get('ratelimit')).toMatch(/^"per-address";r=598;t=\d+$/)
    expect((await from('198.51.100.2')).headers.get('ratelimit')).toMatch(/^"per-address";r=599;/)
    const etag = first.headers.get('etag') ?? ''
    const unchanged = await ask('/figures/1b?fields=id', {
      'x-forwarded-for': '198.51.100.1',
      'if-none-match': etag,
    })
    expect(unchanged.status).toBe(304)
    expect(unchanged.headers.get('ratelimit')).toMatch(/^"per-address";r=597;/)
  })

  test('stops the one who asks too often, and says when to come back', async () => {
    const address = '198.51.100.3'
    for (let left = 599; left >= 0; left -= 1) await from(address)
    const refusal = await from(address)
    expect(refusal.status).toBe(429)
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refusal.headers.get('ratelimit')).toMatch(/^"per-address";r=0;t=\d+$/)
    expect(problem.parse(await refusal.json()).title).toBe('För många förfrågningar')
    expect((await from('198.51.100.4')).status).toBe(200)
  })
})

describe('the reference page', () => {
  test.each(['/api', '/en/api'])('%s tells of every address, with examples that work', async (path) => {
    const response = await app.request(origin + path)
    expect(response.status).toBe(200)
    const html = await response.text()
    for (const { path: address } of operations) expect(html).toContain(`GET /api/v1${address}`)
    const links = [...html.matchAll(/href="(https:\/\/eko\.example\/api\/v1[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    expect(new Set(links).size).toBe(operations.length)
    for (const link of links) {
      const answer = await ask(link)
      expect(answer.status).toBe(200)
      expect(await answer.json()).not.toMatchObject({ items: [] })
    }
  })

  test('has a place for every kind of error that a problem leads to', async () => {
    const html = await (await app.request(`${origin}/api`)).text()
    const { type } = await refused('/figures?x=1')
    expect(html).toContain(`id="${new URL(type).hash.slice(1)}"`)
  })
})

test('figures that the API lists are those of the site', async () => {
  const figures = await list('/figures?limit=1000&lang=en', figure)
  expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['1a', '12', 'laddbara-bilar']))
  expect(figures.find(({ id }) => id === '1b')?.page).toBe('https://eko.example/en/nyckeltal/1b')
})
