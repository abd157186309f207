import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { connect } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/tables.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'
import { databaseOn, onServer } from '../support/global-setup.ts'
import { openHall } from '../support/hall.ts'
import { statusOf } from './house.ts'
import { startOwnServer } from './own-server.ts'
import { clear, freshFolder, installIn, type Program, start } from './program.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 })

let db: Kysely<Database>
let [top, home, address] = ['', '', '']
let web: Program | undefined
let loaded = 0
let [here, there, work] = ['', '', '']
let drop: () => Promise<void>
const mails: string[] = []

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    stream.on('end', () => {
      mails.push(text)
      done()
    })
  },
})

beforeAll(async () => {
  top = await freshFolder()
  home = await installIn(join(top, 'ekokommun'))
  const own = await startOwnServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  if (!own) await onServer(inject('server'), `create database ${name} template template0`)
  const connection = own ? { connectionString: own.url } : databaseOn(inject('server'), name)
  db = connect(connection, 3)
  drop = async () => {
    await db.destroy()
    if (!own) return onServer(inject('server'), `drop database ${name} with (force)`)
    own.stop()
    await clear([own.folder])
  }
  const listening = smtp.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const mailAt = listening.address()
  address = connectionStringOf(connection)
  const settings = {
    DATABASE_URL: address,
    DATA_DIR: '/dev/null/unused',
    SMTP_URL: `smtp://127.0.0.1:${typeof mailAt === 'object' && mailAt ? mailAt.port : 0}`,
    BASE_URL: 'http://localhost:1',
    SECRET: 'a secret of the tests that is long enough',
    DRAIN_SECONDS: '1',
  }
  web = start(home, { ...settings, WORK: 'no' })
  const other = start(home, { ...settings, WORK: 'no' })
  const worker = start(home, { ...settings, WORK: 'only' })
  ;[here = '', there = '', work = ''] = await Promise.all([web.ready(), other.ready(), worker.ready()])
  loaded = [web, other, worker].filter(({ output }) => output.includes('values added')).length
})
afterAll(async () => {
  await clear([top])
  smtp.close()
  await drop?.()
})

/** Sends a form as a browser does that came by the public address. */
function send(address: string, path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost:1', cookie },
  })
}

async function logIn(konto: string): Promise<string> {
  const response = await send(here, '/demo/logga-in', { konto })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Asks for a page and gives its status and text. */
async function read(address: string, cookie = ''): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
  return `${answer.status} ${await answer.text()}`
}

test('three programs that start at once on an empty database make one association of it', async () => {
  const reference = await loadedDatabase()
  const sizes = (on: Kysely<Database>) =>
    sql`select (select count(*) from organisation) as organisations, (select count(*) from membership) as members,
      (select count(*) from person) as people, (select count(*) from key_figure_value) as values,
      (select count(*) from news_item) as news, (select count(*) from kysely_migration) as migrations`.execute(
      on,
    )
  try {
    expect((await sizes(db)).rows).toEqual((await sizes(reference.db)).rows)
    expect(loaded).toBe(1)
  } finally {
    await reference.drop()
  }
})

test('DATABASE_URL alone is enough for a further one, which finds everything loaded', async () => {
  const program = start(home, { DATABASE_URL: address, DATA_DIR: '/dev/null/unused' })
  expect(await read(await program.ready())).toMatch(/^200 [\s\S]*demo-banner/)
  expect(program.output).not.toContain('values added')
  expect(await program.stop()).toBe(0)
})

test('whoever logs in at one is logged in at all, until they log out at any', async () => {
  const cookie = await logIn('kansli')
  expect(await read(`${there}/mina-sidor`, cookie)).toMatch(/^200/)
  await send(there, '/logga-ut', {}, cookie)
  expect(await read(`${here}/mina-sidor`, cookie)).toMatch(/^303/)
})

test('a mail written by one that serves is sent once, by the one that works', async () => {
  const { rows } = await sql<{ email: string }>`
    select p.email from person p join appointment a on a.person_id = p.id
    where a.role = 'secretariat' and a.until is null and p.email is not null limit 1`.execute(db)
  const email = rows[0]?.email ?? ''
  await send(here, '/logga-in', { email, till: '' })
  await vi.waitFor(() => expect(mails).toHaveLength(1), { timeout: 10_000 })
  const [token] = /\/logga-in\/lank\/[\w-]+/.exec(mails[0]?.replaceAll('=\r\n', '') ?? '') ?? []
  // The link works wherever it is opened.
  expect(await read(`${there}${token}`)).toMatch(/^200/)
})

test('a page that changed in one is new in the other', async () => {
  const before = await read(`${there}/nyheter`)
  expect(before).not.toContain('Rubriken från den andra')
  await sql`update news_text set title = 'Rubriken från den andra' where language = 'sv'
    and news_id = (select id from news_item where publish_at < now() order by publish_at desc limit 1)`.execute(
    db,
  )
  await sql`with bumped as (update data_version set version = version + 1 returning version)
    select pg_notify('data_version', version::text) from bumped`.execute(db)
  await vi.waitFor(async () => expect(await read(`${there}/nyheter`)).toContain('Rubriken från den andra'))
})

test('a ballot that is opened and voted in at one shows and is counted on the projector at the other', async () => {
  const { meetingId, itemId, entries } = await openHall(db, { year: 2044, votes: 6 })
  const cookie = await logIn('kansli')
  const entryId = entries[0]?.entryId ?? 0
  await sql`update voting_roll_entry set person_id = (select person_id from session order by id desc limit 1)
    where id = ${entryId}`.execute(db)
  await sql`insert into voting_room (meeting_id, open_to_all) values (${meetingId}, true)`.execute(db)
  const told: string[] = []
  const line = await listen(`${there}/arsmote/2044/rosta/handelser`, told)
  await vi.waitFor(() => expect(told.join('')).toContain('event: change'))
  told.length = 0
  const answer = await send(
    here,
    '/arsmote/2044/omrostningar/ny',
    { arende: String(itemId), slag: 'yes-no', satt: 'oppen', fraga: 'Ska vi?', majoritet: 'majority' },
    cookie,
  )
  expect(answer.status).toBe(303)
  await vi.waitFor(() => expect(told.join('')).toContain('event: change'))
  const wall = await read(`${there}/arsmote/2044/projektor`)
  expect(wall).toContain('Ska vi?')
  expect(wall).toContain('0 av 6 röster')
  line.destroy()
  const paper = await read(`${here}/arsmote/2044/rosta`, cookie)
  const [, token = ''] = new RegExp(`name="formular-${entryId}" value="([^"]+)"`).exec(paper) ?? []
  const [, yes = ''] = new RegExp(`name="rost-${entryId}" value="(\\d+)"`).exec(paper) ?? []
  const voted = { [`formular-${entryId}`]: token, [`rost-${entryId}`]: yes }
  expect((await send(here, '/arsmote/2044/rosta', voted, cookie)).status).toBe(200)
  await vi.waitFor(async () =>
    expect(await read(`${there}/arsmote/2044/projektor`)).toContain('1 av 6 röster'),
  )
})

test('one that only works serves no page, and says that it is well', async () => {
  expect(await statusOf(`${work}/`)).toBe(404)
  expect(await read(`${work}/readyz`)).toBe('200 ready')
})

test('one that is told to stop says so first, finishes what it does, and takes nothing new', async () => {
  const body = new URLSearchParams({ konto: 'kansli' }).toString()
  const slow = request(`${here}/demo/logga-in`, {
    method: 'POST',
    headers: {
      origin: 'http://localhost:1',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    },
  })
  const answered = once(slow, 'response')
  slow.write(body.slice(0, 4))
  await pause(100)
  web?.tell('SIGTERM')
  await vi.waitFor(async () => expect(await read(`${here}/readyz`)).toBe('503 stopping'))
  expect(await statusOf(`${here}/nyheter`)).toBe(200)
  // By now it takes nothing new, but waits for what was begun.
  await pause(1500)
  await expect(fetch(here)).rejects.toThrow()
  slow.end(body.slice(4))
  const [response] = await answered
  expect(response.statusCode).toBe(303)
  response.resume()
  expect(await web?.end()).toBe(0)
  await expect(fetch(here)).rejects.toThrow()
  expect(await statusOf(`${there}/nyheter`)).toBe(200)
})

/** Opens a line of events and gathers what comes. */
async function listen(address: string, told: string[]): Promise<ClientRequest> {
  const asked = request(address, { headers: { 'last-event-id': 'none' } })
  asked.on('error', () => {})
  asked.end()
  const [response] = await once(asked, 'response')
  response.on('data', (said: Buffer) => told.push(said.toString()))
  return asked
}
