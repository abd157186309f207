import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { createSignals } from '../platform/http/signals.ts'
import { type pageAsked, queryEnded } from '../platform/observe/topics.ts'

let database: TestDatabase
let version: number
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

/** The program with a memory for pages; `version` is the version of the data. */
function keepingApp() {
  version = 1
  const live = { signals: createSignals(), dataVersion: () => String(version), pageCacheBytes: 5_000_000 }
  return testApp(database.db, 'demo', undefined, 'https://eko.example', live)
}

function count(topic: typeof queryEnded | typeof pageAsked): () => number {
  let times = 0
  onTestFinished(topic.listen(() => (times += 1)))
  return () => times
}

const address = 'https://eko.example/kommuner/1382'

describe('a page that is kept', () => {
  test('is the same answer with every header, but for the name of the request', async () => {
    const app = keepingApp()
    const [first, second] = [await app.request(address), await app.request(address)]
    expect(second.status).toBe(200)
    expect(await second.text()).toBe(await first.text())
    const headersOf = ({ headers }: Response) => {
      const { 'x-request-id': id, ...others } = Object.fromEntries(headers)
      return { id, others }
    }
    expect(headersOf(second).others).toEqual(headersOf(first).others)
    expect(headersOf(second).others['content-security-policy']).toContain("default-src 'none'")
    expect(headersOf(second).id).toMatch(/^[0-9a-f-]{36}$/)
    expect(headersOf(second).id).not.toBe(headersOf(first).id)
  })

  test('need not be sent to a browser that has it', async () => {
    const app = keepingApp()
    const etag = (await app.request(address)).headers.get('etag') ?? ''
    const known = await app.request(address, { headers: { 'if-none-match': etag } })
    expect(known.status).toBe(304)
    expect(await known.text()).toBe('')
    expect(known.headers.has('content-length')).toBe(false)
    expect(known.headers.get('etag')).toBe(etag)
    expect((await app.request(address, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })

  test('is made anew when the data is another, and for each address, language and packing', async () => {
    const app = keepingApp()
    const made = { queries: count(queryEnded) }
    await app.request(address)
    const after = made.queries()
    await app.request(address)
    expect(made.queries()).toBe(after)
    version += 1
    await app.request(address)
    expect(made.queries()).toBeGreaterThan(after)
    const english = await (await app.request('https://eko.example/en/kommuner/1382')).text()
    expect(english).toContain('<html lang="en"')
    const packed = await app.request(address, { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect((await app.request(address)).headers.get('content-encoding')).toBeNull()
  })

  test('is not what somebody sees who is logged in, nor is theirs what others see', async () => {
    const app = keepingApp()
    await app.request(address)
    const login = await app.request('https://eko.example/demo/logga-in', {
      method: 'POST',
      body: new URLSearchParams({ konto: 'kansli' }),
      headers: { origin: 'https://eko.example' },
    })
    const cookie = login.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const own = await app.request(address, { headers: { cookie } })
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    const asksToLogIn = async (answer: Response) => (await answer.text()).includes('href="/logga-in"')
    expect(await asksToLogIn(own)).toBe(false)
    const others = await app.request(address)
    expect(others.headers.get('cache-control')).toBe('no-cache')
    expect(await asksToLogIn(others)).toBe(true)
  })

  test('is made once, however many ask for it meanwhile', async () => {
    const app = keepingApp()
    const queries = count(queryEnded)
    await app.request(address)
    version += 1
    const before = queries()
    await app.request(address)
    const alone = queries() - before
    expect(alone).toBeGreaterThan(0)
    version += 1
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.request(address)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(queries() - before - alone).toBe(alone)
  })
})

test('the door for programs is never answered in front of its limits', async () => {
  const app = keepingApp()
  const left = async () =>
    Number(
      /r=(\d+)/.exec(
        (await app.request('https://eko.example/api/v1/figures')).headers.get('ratelimit') ?? '',
      )?.[1],
    )
  const first = await left()
  expect(await left()).toBe(first - 1)
})

test('when more come than can be served, the last are told at once to come back, and the others get their page', async () => {
  const app = keepingApp()
  const answers = await Promise.all(
    Array.from({ length: 1100 }, (_, number) => app.request(`https://eko.example/om?nummer=${number}`)),
  )
  const refused = answers.filter(({ status }) => status === 503)
  expect(refused.length).toBe(1100 - 1024)
  expect(answers.filter(({ status }) => status === 200).length).toBe(1024)
  expect(refused[0]?.headers.get('retry-after')).toBe('5')
  expect(await refused[0]?.text()).toContain('Ladda om den om en stund')
}, 60_000)
