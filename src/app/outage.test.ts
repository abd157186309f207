import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { type Balancer, startBalancer } from '../../tests/fault/cluster/proxy.ts'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { get, loggedIn, post } from '../../tests/support/login.ts'
import { connect } from '../database/connect.ts'

vi.setConfig({ testTimeout: 60_000 })

const form = '/mina-sidor/organisation/1382'
const nowhere = 1

let database: TestDatabase
let line: Balancer
let port: number
let app: ReturnType<typeof testApp>
let contact: string
let close: () => Promise<unknown>
beforeAll(async () => {
  database = await loadedDatabase()
  const server = inject('server')
  if ('connectionString' in server || 'connectionString' in database.connection) {
    throw new Error('These tests need a server of their own.')
  }
  port = server.port
  line = await startBalancer(port)
  const db = connect({ ...database.connection, port: line.port }, 4)
  close = () => db.destroy()
  app = testApp(db)
  contact = await loggedIn(app, 'kontaktpolitiker')
})
afterAll(async () => {
  await close()
  await line.close()
  await database.drop()
})

/** The database cannot be reached until the test ends; every line to it is cut in whatever it does. */
function goAway(): void {
  line.leadTo(nowhere)
  onTestFinished(() => line.leadTo(port))
}

/** What a person reads in an answer, which never is how the program looks inside. */
async function toldIn(response: Response): Promise<string> {
  const text = await response.text()
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|ECONN|LineLost|terminated|\bselect\b.*\bfrom\b/i)
  return text.replace(/<[^>]+>/g, ' ')
}

/** Lets something happen in the database whenever a change is noted, or when it is committed. */
async function atChange(when: 'immediate' | 'deferred', what: string): Promise<void> {
  const { owner } = database
  await sql
    .raw(
      `create function at_change() returns trigger language plpgsql as $$ begin ${what}; return null; end $$`,
    )
    .execute(owner)
  await sql
    .raw(`create constraint trigger at_change after insert on audit_entry
      deferrable initially ${when} for each row execute function at_change()`)
    .execute(owner)
  onTestFinished(async () => {
    await sql`drop function at_change cascade`.execute(owner)
  })
}

async function fillIn(words: string) {
  const html = await (await get(app, form, contact)).text()
  const version = /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return () => post(app, form, { version, presentationSv: words }, contact)
}

/** Sends the form, and cuts every line while the database holds it up. */
async function cutWhileHeld(words: string): Promise<Response> {
  const send = await fillIn(words)
  return database.owner.connection().execute(async (owner) => {
    await sql`select pg_advisory_lock(1)`.execute(owner)
    const answer = send()
    const isHeld = async () =>
      (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(owner)).rows.length
    await expect.poll(isHeld).toBe(1)
    line.cut()
    const response = await answer
    await sql`select pg_advisory_unlock(1)`.execute(owner)
    return response
  })
}

const isSaved = async (words: string) => (await (await get(app, '/kommuner/1382')).text()).includes(words)

test('While the database is away a page says so, and when to come back, under the usual headers', async () => {
  goAway()
  const [visitor, person, english] = await Promise.all([
    get(app, '/kommuner'),
    get(app, '/mina-sidor', contact),
    get(app, '/en/kommuner'),
  ])
  for (const response of [visitor, person, english]) {
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('10')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect(await toldIn(visitor)).toContain('Vår databas svarar inte just nu')
  expect(await toldIn(person)).toContain('Ladda om sidan')
  expect(await toldIn(english)).toContain('Our database does not answer right now')
})

test('A form says that nothing was saved, and that what was typed still stands', async () => {
  goAway()
  const answers = await Promise.all([
    post(app, '/logga-in', { email: 'nagon@gast.example' }),
    post(app, form, { presentationSv: 'Ord' }, contact),
  ])
  for (const response of answers) {
    expect(response.status).toBe(503)
    const told = await toldIn(response)
    expect(told).toContain('Det du skickade sparades inte')
    expect(told).toContain('där det du skrev står kvar')
  }
})

test('A program gets a problem that it can read', async () => {
  goAway()
  const answers = await Promise.all([get(app, '/api/v1/organisations'), get(app, '/kolada/v3/kpi')])
  for (const response of answers) {
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('10')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(await toldIn(response))).toMatchObject({
      status: 503,
      title: 'Vår databas svarar inte just nu',
    })
  }
})

test('When the line is cut before the commit, nothing is saved, and that is said', async () => {
  await atChange('immediate', 'perform pg_advisory_xact_lock(1)')
  const response = await cutWhileHeld('Före slutet')
  expect(response.status).toBe(503)
  expect(await toldIn(response)).toContain('Det du skickade sparades inte')
  expect(await isSaved('Före slutet')).toBe(false)
})

test('When the line is cut during the commit, it is said that nobody knows; here it was saved', async () => {
  await atChange('deferred', 'perform pg_advisory_xact_lock(1)')
  const response = await cutWhileHeld('Vid slutet')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('10')
  const told = await toldIn(response)
  expect(told).toContain('Vi vet inte om det du skickade sparades')
  expect(told).not.toContain('sparades inte')
  await expect.poll(() => isSaved('Vid slutet')).toBe(true)
})

test.each([
  ['Somebody else was in the way', '55P03', 'Någon annan ändrade samma sak'],
  ['A disk is full', '53100', 'Vi kan inte spara något just nu, men det går att läsa'],
])('%s: nothing was saved, and it may be sent again', async (_why, code, words) => {
  await atChange('immediate', `raise exception 'no' using errcode = '${code}'`)
  const response = await (await fillIn(`Hinder ${code}`))()
  expect(response.status).toBe(503)
  const told = await toldIn(response)
  expect(told).toContain('Det du skickade sparades inte')
  expect(told).toContain(words)
  expect(await isSaved(`Hinder ${code}`)).toBe(false)
})
