import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

const address = 'https://eko.example/mcp'
const clientName = { name: 'test', version: '1' }

let database: TestDatabase
let app: ReturnType<typeof testApp>
let client: Client
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  client = await connected('legacy')
})
afterAll(async () => {
  await client.close()
  await database.drop()
})

/** The official client, asking the program in-process. */
async function connected(mode: 'legacy' | 'auto'): Promise<Client> {
  const one = new Client(clientName, { versionNegotiation: { mode } })
  const transport = new StreamableHTTPClientTransport(new URL(address), {
    fetch: async (input, init) =>
      app.request(String(input), {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'x-forwarded-for': '203.0.113.1' },
      }),
  })
  await one.connect(transport)
  return one
}

async function call(name: string, given: Record<string, unknown>) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given })
  const words = content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
  return { words, data: structuredContent, isError: isError ?? false }
}

describe('an assistant', () => {
  test.each(['legacy', 'auto'] as const)(
    'connects by the protocol of today and of yesterday (%s)',
    async (mode) => {
      const one = await connected(mode)
      const { tools } = await one.listTools()
      expect(tools.map(({ name }) => name)).toEqual([
        'find_organisations',
        'list_key_figures',
        'describe_key_figure',
        'look_up_values',
        'compare_organisations',
        'find_most_improved',
        'find_good_examples',
      ])
      for (const { annotations, description, outputSchema } of tools) {
        expect(annotations).toMatchObject({ readOnlyHint: true })
        expect(description).toBeTruthy()
        expect(outputSchema).toBeTruthy()
      }
      const answer = await one.callTool({ name: 'find_organisations', arguments: { name: 'Falkenberg' } })
      expect(answer.structuredContent).toMatchObject({ found: 1 })
      await one.close()
    },
  )

  test('finds municipalities, and members among them', async () => {
    const { words, data } = await call('find_organisations', { name: 'falkenbergs kommun', language: 'en' })
    expect(words).toMatch(
      /^Found 1\.\nFalkenberg \(1382\), Hallands län, [\d,]+ inhabitants in 20\d\d, member/,
    )
    expect(data).toMatchObject({
      organisations: [{ code: '1382', page: 'https://eko.example/en/kommuner/1382' }],
    })
    const members = await call('find_organisations', { members_only: true, county: '13' })
    expect(members.words).toContain('Falkenberg (1382)')
  })

  test('learns which key figures there are and what one means', async () => {
    const all = await call('list_key_figures', { set: '2012' })
    expect(all.words).toContain('1b: Koldioxidutsläpp från övriga sektorer, ton/inv, lägre är bättre.')
    const one = await call('describe_key_figure', { figure: '1b', language: 'en' })
    expect(one.words).toContain('Source:')
    expect(one.words).toContain('https://eko.example/en/nyckeltal/1b')
    expect(one.data).toMatchObject({ years: expect.arrayContaining([1990, 2023]) })
  })

  test('gets values with year, source and page', async () => {
    const { words, data } = await call('look_up_values', {
      figure: '1b',
      organisations: ['Falkenberg', '1283'],
      from: 2022,
    })
    expect(words).toMatch(/Falkenberg 2023: \d,\d\u00a0ton\/inv/)
    expect(words).toContain('Källa: SMHI')
    expect(words).toContain('Sida: https://eko.example/nyckeltal/1b?kommun=1382')
    expect(data).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ organisation: '1283' })]),
    })
  })

  test('compares in words: value, place with its likely interval, median and trend', async () => {
    const { words, data } = await call('compare_organisations', {
      figure: '1b',
      organisations: ['Falkenberg', 'Varberg'],
      year: 2023,
    })
    expect(words).toContain('Liknande kommuner år 2023: median')
    expect(words).toMatch(
      /Falkenberg 2023: .*Plats \d av 8, troligen \d–\d\..*medianen\. Utvecklingen går åt rätt håll/,
    )
    expect(words).toMatch(/Varberg 2023:/)
    expect(words).toContain('Sida: https://eko.example/nyckeltal/1b?kommun=1382&med=1383')
    expect(data).toMatchObject({
      statistics: { group: 'similar', count: 8 },
      organisations: [{ code: '1382', trend: { way: 'right' } }, { code: '1383' }],
    })
  })

  test('finds who improved most, fastest first', async () => {
    const { words, data } = await call('find_most_improved', { figure: '1b', group: 'sweden', limit: 3 })
    expect(words).toMatch(/Hela Sverige: \d+ av 290 går säkert åt rätt håll/)
    const { organisations } = Object(data)
    const changes = organisations.map(({ change_per_year }: { change_per_year: number }) => change_per_year)
    expect(changes).toHaveLength(3)
    expect(changes).toEqual(changes.toSorted((a: number, b: number) => a - b))
  })

  test('finds good examples, marked as made up in the demonstration', async () => {
    const { words, data } = await call('find_good_examples', { figure: '10a' })
    expect(words).toContain('Falkenberg, 2019')
    expect(words).toContain('påhittade')
    expect(data).toMatchObject({
      examples: expect.arrayContaining([expect.objectContaining({ made_up: true })]),
    })
  })

  test('is told when values are made up', async () => {
    const { figureId, code } = await database.db
      .selectFrom('key_figure_value')
      .select(['key_figure_id as figureId', 'organisation_code as code'])
      .where('basis', '=', 'made-up')
      .where('known_until', 'is', null)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const { words, data } = await call('look_up_values', { figure: figureId, organisations: [code] })
    expect(data).toMatchObject({
      values: expect.arrayContaining([expect.objectContaining({ made_up: true })]),
    })
    expect(words).toContain('påhittade värden')
  })
})

test.each(['/api', '/en/api'])('%s tells how to connect and what can be asked', async (path) => {
  const html = await (await app.request(`https://eko.example${path}`)).text()
  const { tools } = await client.listTools()
  expect(html).toContain(address)
  expect(tools.filter(({ name }) => !html.includes(`<code>${name}</code>`))).toEqual([])
})

describe('a question that cannot be answered', () => {
  test.each([
    ['look_up_values', { figure: '1b', organisations: ['Nangijala'] }, '”Nangijala”'],
    ['look_up_values', { figure: '1b', organisations: ['falk'] }, 'Välj en av dem'],
    ['look_up_values', { figure: '99', organisations: ['Falkenberg'] }, '1b Koldioxid'],
    ['look_up_values', { figure: '1b', organisations: ['Falkenberg'], as_known_at: 'igår' }, 'as_known_at'],
    ['find_most_improved', { figure: '1b', group: 'county' }, 'organisation'],
    ['compare_organisations', { figure: '1b', organisations: [] }, 'organisations'],
  ])('%s %j is told what to mend', async (name, given, said) => {
    const { words, isError } = await call(name, given)
    expect(isError).toBe(true)
    expect(words).toContain(said)
  })
})

describe('the address', () => {
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: clientName },
  }
  const send = (headers: Record<string, string>, body = JSON.stringify(initialize), method = 'POST') =>
    app.request(address, {
      method,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'x-forwarded-for': '203.0.113.2',
        ...headers,
      },
      ...(method === 'POST' ? { body } : {}),
    })

  test('refuses pages of other sites, also those that have pointed their name here', async () => {
    expect((await send({})).status).toBe(200)
    expect((await send({ origin: 'https://eko.example' })).status).toBe(200)
    expect((await send({ origin: 'http://localhost:6274' })).status).toBe(200)
    for (const origin of ['https://evil.example', 'null', 'https://eko.example.evil.example']) {
      expect((await send({ origin, host: 'evil.example' })).status).toBe(403)
    }
  })

  test('is not broken by what is no question', async () => {
    expect((await send({}, '{')).status).toBe(400)
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send({}, JSON.stringify({ ...initialize, filler: 'x'.repeat(300_000) }))).status).toBe(413)
    for (const method of ['GET', 'DELETE']) expect((await send({}, '', method)).status).toBe(405)
  })

  test('keeps no line open: nothing changes while an assistant asks', async () => {
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': clientName,
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const listen = {
      jsonrpc: '2.0',
      id: 2,
      method: 'subscriptions/listen',
      params: { notifications: { toolsListChanged: true }, _meta: meta },
    }
    const response = await send(
      { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' },
      JSON.stringify(listen),
    )
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toMatchObject({ error: { message: 'Subscription limit reached' } })
  })

  test('counts requests as the API does', async () => {
    const response = await send({ 'x-forwarded-for': '203.0.113.3' })
    expect(response.headers.get('ratelimit')).toMatch(/^"per-address";r=599;/)
  })
})
