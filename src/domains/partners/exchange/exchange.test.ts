import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { emptyDatabase, loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { examplesDocument, jsonSchema } from './format.ts'
import { listSubscriptions, type Subscription } from './queries.ts'
import { fetchSubscription, readIndex } from './receive.ts'
import { fingerprintOf, makeKeys, openDocument, signDocument } from './signing.ts'

type App = ReturnType<typeof testApp>
const now = new Date('2026-11-23T12:00:00Z')

/** A whole program on a real port of this machine. */
async function running(db: TestDatabase['db']): Promise<{ app: App; address: string; server: ServerType }> {
  let app: App | undefined
  const server = serve({ fetch: (request, env) => app?.fetch(request, env) ?? new Response(), port: 0 })
  await new Promise<void>((ready) => server.once('listening', ready))
  const at = server.address()
  const address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
  app = testApp(db, 'demo', undefined, address)
  return { app, address, server }
}

let ours: TestDatabase
let theirs: TestDatabase
let us: Awaited<ReturnType<typeof running>>
let them: Awaited<ReturnType<typeof running>>
let office: string
let theirOffice: string
let pinned = ''
beforeAll(async () => {
  ;[ours, theirs] = await Promise.all([loadedDatabase(), loadedDatabase()])
  ;[us, them] = await Promise.all([running(ours.db), running(theirs.db)])
  office = await cookieFor(us)
  theirOffice = await cookieFor(them)
})
afterAll(async () => {
  us.server.close()
  them.server.close()
  await Promise.all([ours.drop(), theirs.drop()])
})

const cookieFor = ({ app }: { app: App }) => loggedIn(app, 'kansli')
const office_ = '/kansli/internationellt/utbyte'
const send = (path: string, fields: Record<string, string | string[]>) =>
  post(us.app, office_ + path, fields, office)
const subscription = async (): Promise<Subscription> => {
  const found = (await listSubscriptions(ours.db)).find(({ madeUp }) => !madeUp)
  if (!found) throw new Error('Nothing is subscribed to.')
  return found
}
const fetchIt = async (mode: 'demo' | 'production' = 'demo') =>
  fetchSubscription({ db: ours.db, config: { mode, baseUrl: us.address }, now }, await subscription())
const faults = async () => (await subscription()).documents.map(({ fault }) => fault)

describe('two networks that run the same program', () => {
  test('give each other nothing until somebody says so', async () => {
    expect((await fetch(`${them.address}/api/v1/exchange`)).status).toBe(404)
    expect((await fetch(`${them.address}/api/v1/exchange/good-examples`)).status).toBe(404)
    await post(them.app, `${office_}/erbjud`, { slag: ['good-examples'] }, theirOffice)
    const index = await readIndex(them.address, { mode: 'demo', baseUrl: us.address })
    expect(index).toMatchObject({ ok: true, country: 'SE', kinds: ['good-examples'] })
    pinned = index.ok ? index.fingerprint : ''
    const page = await (await get(them.app, '/internationellt/utbyte')).text()
    expect(page).toContain(pinned.match(/.{8}/g)?.join(' '))
    expect((await fetch(`${them.address}/api/v1/exchange/key-figures`)).status).toBe(404)
    expect((await fetch(`${them.address}/en/api/v1/exchange`)).status).toBe(404)
  })

  test('are subscribed to by address and fingerprint, kind by kind', async () => {
    const form = { adress: them.address, fingeravtryck: pinned, hamta: ['good-examples', 'key-figures'] }
    const notOffered = await send('/prenumerera', form)
    expect(await notOffered.text()).toContain('Nätverket erbjuder inte allt du har valt.')
    await post(them.app, `${office_}/erbjud`, { slag: ['good-examples', 'key-figures'] }, theirOffice)
    const other = await send('/prenumerera', { ...form, fingeravtryck: '0'.repeat(64) })
    expect([other.status, await other.text()]).toEqual([
      422,
      expect.stringContaining('en annan nyckel än fingeravtrycket'),
    ])
    expect((await send('/prenumerera', { ...form, fingeravtryck: 'abc' })).status).toBe(422)
    expect((await send('/prenumerera', { ...form, adress: us.address })).status).toBe(422)
    const typed = pinned.toUpperCase().match(/.{8}/g)?.join(' ') ?? ''
    expect((await send('/prenumerera', { ...form, fingeravtryck: typed })).status).toBe(303)
    expect((await send('/prenumerera', form)).status).toBe(422)
  })

  test('fetch what is signed, show it with its origin, and never count it among their own', async () => {
    const rankingBefore = await (await get(us.app, '/nyckeltal/1b')).text()
    await fetchIt()
    expect(await faults()).toEqual([null, null])
    const { id } = await subscription()
    const html = await (await get(us.app, `/internationellt/utbyte/${id}`)).text()
    expect(html).toContain('Hämtat 23 november 2026')
    expect(html).toContain(`${them.address}/en/exempel/`)
    expect(html).toContain('räknas aldrig in i våra egna')
    const [, figure = ''] =
      new RegExp(`href="(/internationellt/utbyte/${id}/nyckeltal/[^"]+)"`).exec(html) ?? []
    const table = await (await get(us.app, figure)).text()
    expect(table).toContain('Falkenberg')
    expect(await (await get(us.app, '/nyckeltal/1b')).text()).toBe(rankingBefore)
  })

  test('refuse what the pinned key has not signed, and keep what they have', async () => {
    const before = await subscription()
    await post(them.app, `${office_}/nyckel`, { sakert: '1' }, theirOffice)
    await fetchIt()
    expect(await faults()).toEqual(['key-changed', 'key-changed'])
    expect((await subscription()).documents.map(({ issuedAt }) => issuedAt)).toEqual(
      before.documents.map(({ issuedAt }) => issuedAt),
    )
    expect(await (await get(us.app, '/kansli', office)).text()).toContain('Ett nätverk kan inte hämtas')
    expect(await (await get(us.app, office_, office)).text()).toContain(
      'Ring nätverket innan du godkänner en ny.',
    )
    const index = await readIndex(them.address, { mode: 'demo', baseUrl: us.address })
    await send(`/${before.id}/nyckel`, { fingeravtryck: index.ok ? index.fingerprint : '' })
    await fetchIt()
    expect(await faults()).toEqual([null, null])
  })

  test('in production never ask within a closed network', async () => {
    await fetchIt('production')
    expect(await faults()).toEqual(['foreign-address', 'foreign-address'])
    const { db } = ours
    const production = testApp(db, 'production')
    const refused = await production.request(
      'https://eko.example/kansli/internationellt/utbyte/prenumerera',
      {
        method: 'POST',
        body: new URLSearchParams({
          adress: 'http://127.0.0.1:1',
          fingeravtryck: pinned,
          hamta: 'good-examples',
        }),
        headers: { origin: 'https://eko.example', cookie: `__Host-${office}` },
      },
    )
    expect(await refused.text()).toContain('Den hämtas aldrig.')
    await fetchIt()
  })

  test('end it, and everything that was fetched is gone', async () => {
    const { id } = await subscription()
    await send(`/${id}/sluta`, {})
    expect((await get(us.app, `/internationellt/utbyte/${id}`)).status).toBe(404)
    const left = await ours.db
      .selectFrom('exchange_document')
      .selectAll()
      .where('subscription_id', '=', id)
      .execute()
    expect(left).toEqual([])
  })
})

describe('a network that answers otherwise than it should', () => {
  const keys = makeKeys()
  let answer = ''
  let server: Server
  let address = ''
  beforeAll(async () => {
    server = createServer((_, response) => response.end(answer))
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const at = server.address()
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
    const { id } = await ours.db
      .insertInto('exchange_subscription')
      .values({
        address,
        name: 'De andra',
        country: 'NO',
        fingerprint: fingerprintOf(keys.publicKey),
        network_id: null,
        began_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ours.db
      .insertInto('exchange_document')
      .values({ subscription_id: id, kind: 'good-examples' })
      .execute()
  })
  afterAll(() => server.close())

  const document = (over: object = {}) => ({
    format: 'ekokommun-exchange',
    version: 1,
    kind: 'good-examples',
    network: { name: 'De andra', country: 'NO', address },
    issued_at: '2026-11-23T11:00:00Z',
    examples: [],
    ...over,
  })
  const signed = (over: object = {}, by = keys) => JSON.stringify(signDocument(document(over), by))
  const answers = async (text: string) => {
    answer = text
    await fetchIt()
    return (await faults())[0]
  }
  const example = {
    id: '1',
    organisation: 'X',
    year: 2020,
    title: { no: 'Ferge' },
    summary: { no: 'Ferge' },
    figures: [],
    criteria: [],
    sdgs: [],
    published: '2026-01-01T00:00:00Z',
    updated: '2026-01-01T00:00:00Z',
    made_up: false,
  }

  test('is told plainly what is wrong, and nothing of it is taken', async () => {
    const forged = {
      ...signDocument(document(), keys),
      payload: Buffer.from('{"version":1}').toString('base64url'),
    }
    expect(await answers(JSON.stringify(forged))).toBe('wrong-signature')
    expect(await answers(JSON.stringify(document()))).toBe('not-signed')
    expect(await answers(signed({}, makeKeys()))).toBe('key-changed')
    expect(await answers(signed({ version: 2 }))).toBe('wrong-version')
    expect(await answers(signed({ examples: [{ id: 1 }] }))).toBe('wrong-format')
    expect(await answers(signed({ kind: 'key-figures', figures: [], organisations: [], series: [] }))).toBe(
      'other-kind',
    )
    expect(
      await answers(signed({ network: { name: 'Y', country: 'NO', address: 'https://y.example' } })),
    ).toBe('other-network')
    expect(await answers(signed({ examples: [{ ...example, address: 'https://evil.example/1' }] }))).toBe(
      'other-network',
    )
    expect(await answers(signed({ issued_at: '2026-11-20T11:00:00Z' }))).toBe('too-old')
    expect((await subscription()).documents[0]?.issuedAt).toBeNull()
    expect(await answers(signed({ examples: [{ ...example, address: `${address}/1` }] }))).toBeNull()
    expect(await answers(signed({ issued_at: '2026-11-23T10:59:59Z' }))).toBe('replayed')
    expect(await answers(' '.repeat(17 * 2 ** 20))).toBe('too-large')
    server.closeAllConnections()
    server.close()
    expect(await answers('')).toBe('unreachable')
    const { id, documents } = await subscription()
    expect(documents[0]?.issuedAt).toEqual(new Date('2026-11-23T11:00:00Z'))
    expect(await (await get(us.app, `/internationellt/utbyte/${id}`)).text()).toContain('Ferge')
  })
})

describe('the format', () => {
  test('is an open standard that other programs can check', async () => {
    const { db, drop } = await emptyDatabase()
    const app = testApp(db)
    const served = await (await get(app, '/api/v1/exchange/schema.json')).json()
    await drop()
    expect(served).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
    const written = await readFile('docs/exchange.schema.json', 'utf8')
    expect(JSON.parse(written)).toEqual(served)
  })

  test('signs and opens what was meant, and nothing else', () => {
    const keys = makeKeys()
    const document = signDocument({ a: 'å' }, keys)
    const mine = fingerprintOf(keys.publicKey)
    expect(openDocument(document, mine)).toEqual({ ok: true, content: { a: 'å' } })
    expect(openDocument({ ...document, signature: `A${document.signature.slice(1)}` }, mine)).toMatchObject({
      ok: false,
    })
    expect(openDocument(document, fingerprintOf(makeKeys().publicKey))).toEqual({
      ok: false,
      fault: 'key-changed',
    })
    // RFC 8037, appendix A.3.
    expect(
      Buffer.from(fingerprintOf('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'), 'hex').toString('base64url'),
    ).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
    expect(examplesDocument.safeParse({ kind: 'good-examples' }).success).toBe(false)
  })
})
