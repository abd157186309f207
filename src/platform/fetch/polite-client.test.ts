import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SourceStub, sourceStub } from '../../../tests/support/source-stub.ts'
import { backOff, FetchFault, retryAfter } from './fetch-fault.ts'
import { isUnder, type Manners, politeClient } from './polite-client.ts'

let stub: SourceStub
beforeAll(async () => {
  stub = await sourceStub((url) => (url.pathname.startsWith('/a') ? { path: url.pathname } : undefined))
})
afterAll(() => stub.close())

/** A client that notes how long it would have waited instead of waiting. */
function client(more: Partial<Manners> = {}) {
  const waits: number[] = []
  const wait = async (ms: number) => waits.push(ms)
  const manners = { base: `${stub.url}/`, userAgent: 'Test/1 (+https://eko.example)', everyMs: 0, wait }
  return { waits, get: politeClient({ ...manners, ...more }).get }
}

const faultOf = async (asking: Promise<unknown>) => {
  const fault = await asking.catch((error: unknown) => error)
  return fault instanceof FetchFault ? `${fault.kind} ${fault.detail}` : fault
}

describe('asking somebody else’s service', () => {
  test('says who asks, and asks again only for what has changed', async () => {
    const { get } = client()
    const first = await get(`${stub.url}/a`)
    expect(first).toMatchObject({ changed: true, json: { path: '/a' } })
    expect(stub.agents).toEqual(new Set(['Test/1 (+https://eko.example)']))
    const mark = first.changed ? first.mark : undefined
    expect(await get(`${stub.url}/a`, mark)).toEqual({ changed: false })
  })

  test('keeps its distance between two questions', async () => {
    const { get, waits } = client({ everyMs: 60_000 })
    await get(`${stub.url}/a`)
    await get(`${stub.url}/a`)
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeGreaterThan(30_000)
  })

  test('waits as long as it is asked to, and then tries again', async () => {
    stub.break(/\/a1$/, { status: 429, retryAfter: '7' }, { status: 503 })
    const { get, waits } = client()
    expect(await get(`${stub.url}/a1`)).toMatchObject({ changed: true })
    expect(waits[0]).toBe(7000)
    expect(waits).toHaveLength(2)
  })

  test.for([
    ['an error of theirs', { status: 500 }],
    ['a line that breaks', 'kill'],
    ['half an answer', 'half'],
    ['a page where data should be', 'html'],
  ] as const)('tries again after %s', async ([, fault]) => {
    stub.break(/\/a2$/, fault, fault)
    const { get, waits } = client()
    expect(await get(`${stub.url}/a2`)).toMatchObject({ json: { path: '/a2' } })
    expect(waits).toHaveLength(2)
  })

  test('gives up after its last try, or when asked to wait too long', async () => {
    stub.break(/\/a3$/, { status: 500 }, { status: 500 })
    expect(await faultOf(client({ retries: 1 }).get(`${stub.url}/a3`))).toBe('unreachable 500')
    stub.break(/\/a3$/, { status: 429, retryAfter: '3600' })
    const { get, waits } = client()
    expect(await faultOf(get(`${stub.url}/a3`))).toBe('busy 429')
    expect(waits).toEqual([])
  })

  test('does not wait for ever for an answer', async () => {
    stub.break(/\/a4$/, 'hang')
    expect(await faultOf(client({ retries: 0, timeoutMs: 50 }).get(`${stub.url}/a4`))).toBe(
      'unreachable time-out',
    )
  })

  test('never tries again what is plainly refused, missing, elsewhere or too large', async () => {
    const { get, waits } = client({ largestBytes: 10 })
    stub.break(/\/a5$/, { status: 403 }, { status: 302, location: 'https://other.example/' })
    expect(await faultOf(get(`${stub.url}/a5`))).toBe('refused 403')
    expect(await faultOf(get(`${stub.url}/a5`))).toBe('redirected 302')
    expect(await faultOf(get(`${stub.url}/b`))).toMatch(/^not-found/)
    expect(await faultOf(get('https://other.example/a'))).toBe('foreign-address https://other.example/a')
    expect(await faultOf(get(`${stub.url}/a`))).toBe('too-large 10')
    expect(waits).toEqual([])
  })

  test('stops when told to', async () => {
    const ending = new AbortController()
    stub.break(/\/a6$/, 'hang')
    const asking = client({ signal: ending.signal }).get(`${stub.url}/a6`)
    setTimeout(() => ending.abort(), 20)
    expect(await faultOf(asking)).toMatch(/^stopped/)
  })
})

describe('an address', () => {
  test.for([
    ['https://a.se/v3/kpi?page=2', true],
    ['https://a.se/v3', false],
    ['https://a.se/v33/kpi', false],
    ['https://a.se/v3/../admin', false],
    ['http://a.se/v3/kpi', false],
    ['https://a.se:8443/v3/kpi', false],
    ['https://a.se@b.se/v3/kpi', false],
    ['https://user:word@a.se/v3/kpi', false],
    ['//a.se/v3/kpi', false],
  ] as const)('%s lies under https://a.se/v3: %s', ([address, under]) => {
    expect(isUnder(address, 'https://a.se/v3')).toBe(under)
  })
})

describe('waiting', () => {
  test('grows twice as long each time, never above the longest, never under a quarter of a second', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const ms = backOff(attempt, random)
        expect(ms).toBeGreaterThanOrEqual(Math.min(250 * 2 ** attempt, 15_000))
        expect(ms).toBeLessThanOrEqual(Math.min(500 * 2 ** attempt, 30_000))
      }),
    )
  })

  test('is told in seconds or as a date', () => {
    const now = Date.parse('2026-11-23T12:00:00Z')
    expect(retryAfter('60', now)).toBe(60_000)
    expect(retryAfter('Mon, 23 Nov 2026 12:00:05 GMT', now)).toBe(5000)
    expect(retryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now)).toBe(0)
    expect(retryAfter('soon', now)).toBeUndefined()
    expect(retryAfter(null, now)).toBeUndefined()
  })
})
