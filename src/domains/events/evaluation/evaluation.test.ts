import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { eventIdOf } from '../../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { askParticipants } from './ask.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let member: string
let event: number
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  member = await loggedIn(app, 'medlem')
  event = await eventIdOf(database.db, 'Räkna rätt på klimatet')
  // The training was yesterday and has not been evaluated.
  await database.db.deleteFrom('event_evaluation').where('event_id', '=', event).execute()
  await database.db
    .updateTable('event')
    .set({ starts_at: new Date('2026-11-22T08:30:00Z'), ends_at: new Date('2026-11-22T15:00:00Z') })
    .where('id', '=', event)
    .execute()
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const ask = (now: string) =>
  askParticipants({
    db: database.db,
    baseUrl: 'https://eko.example',
    now: new Date(now),
    today: now.slice(0, 10),
  })

const mails = () =>
  database.db
    .selectFrom('mail')
    .where('kind', '=', 'event-evaluation')
    .select(['recipient', 'plain'])
    .orderBy('id')
    .execute()
const links = async () =>
  (await mails()).flatMap(({ plain }) => /https:\/\/eko\.example(\/\S+)/.exec(plain)?.[1] ?? [])

describe('an evaluation', () => {
  const ofOffice = () => `/kansli/evenemang/${event}/utvardering`

  test('is planned with the event’s own questions, which must be told in Swedish', async () => {
    const wrong = await post(app, ofOffice(), { 'en-0': 'Was it warm?', 'slag-0': 'mark' }, office)
    expect(wrong.status).toBe(422)
    const questions = {
      'sv-0': 'Var det varmt nog?',
      'slag-0': 'mark',
      'sv-1': 'Vad åt du?',
      'slag-1': 'words',
    }
    const done = await post(app, ofOffice(), questions, office)
    expect(done.headers.get('location')).toContain('klart=sparat')
    expect(await textOf(ofOffice(), office)).toContain('Var det varmt nog?')
  })

  test('asks those who were checked in, once, the day after', async () => {
    await Promise.all([ask('2026-11-23T08:20:00Z'), ask('2026-11-23T08:20:00Z')])
    await ask('2026-11-24T08:20:00Z')
    const came = await database.db
      .selectFrom('event_registration')
      .where('event_id', '=', event)
      .where('checked_in_at', 'is not', null)
      .select('email')
      .execute()
    expect((await mails()).map(({ recipient }) => recipient).sort()).toEqual(
      came.map(({ email }) => email).sort(),
    )
    expect(new Set(await links()).size).toBe(came.length)
  })

  test('takes a sheet once, by the link alone, and refuses an empty one', async () => {
    const [link = ''] = await links()
    const html = await textOf(link)
    expect(html).toContain('Du svarar anonymt')
    expect(html).toContain('Var det varmt nog?')
    expect((await post(app, link, { best: '  ' })).status).toBe(422)
    expect((await post(app, link, { useful: '6' })).status).toBe(422)
    const sent = await post(app, link, { useful: '5', best: 'Att få räkna själv' }, member)
    expect(sent.headers.get('location')).toBe('/evenemang/utvardering')
    expect((await get(app, link)).status).toBe(404)
    expect((await post(app, link, { useful: '1' })).status).toBe(404)
    expect((await get(app, '/evenemang/utvardering/hittepa')).status).toBe(404)
  })

  test('keeps nothing that leads from an answer to who wrote it', async () => {
    const { rows: columns } = await sql<{ name: string }>`select column_name as name
      from information_schema.columns where table_name in ('event_evaluation_answer', 'event_evaluation_ticket')
      order by 1`.execute(database.db)
    expect(columns.map(({ name }) => name)).toEqual([
      'event_id',
      'event_id',
      'hash',
      'mark',
      'question',
      'words',
    ])
    // Rows of one transaction share a number that PostgreSQL shows: none of an answer's may stand at a person's row.
    const { rows } =
      await sql`select from event_evaluation_answer a join event_evaluation_ticket t on t.xmin = a.xmin
      union all select from event_evaluation_answer a join event_registration r on r.xmin = a.xmin
      union all select from event_evaluation_answer a join mail m on m.xmin = a.xmin
      union all select from event_evaluation_answer a join audit_entry l on l.xmin = a.xmin`.execute(
        database.db,
      )
    expect(rows).toEqual([])
    const { rows: logged } =
      await sql`select from audit_entry where after::text like '%Att få räkna själv%'`.execute(database.db)
    expect(logged).toEqual([])
  })

  test('shows no results while it is open, and none of too few', async () => {
    const all = await links()
    for (const link of all.slice(1, 4)) await post(app, link, { useful: '4', 'own-x': '1' })
    const open = await textOf(ofOffice(), office)
    expect(open).toContain('4 har svarat')
    expect(open).not.toContain('Att få räkna själv')
    await close()
    const closed = await textOf(ofOffice(), office)
    expect(closed).toContain('För få svar för att visas')
    expect(closed).not.toContain('Att få räkna själv')
    await close('2026-12-07')
  })

  test('shows results with distribution when it is closed and five have answered', async () => {
    for (const link of (await links()).slice(4, 6))
      await post(app, link, { useful: '2', better: 'Mer kaffe' })
    await close()
    const html = await textOf(ofOffice(), office)
    expect(html).toContain('Medel 3,5 av 5, 6 svar.')
    expect(html).toContain('50\u00a0%')
    expect(html).toContain('Att få räkna själv')
    expect(html).toContain('För få svar')
  })

  test('shows members the marks and the conclusion when the secretariat says so, never what anybody wrote', async () => {
    const summary = `/evenemang/${event}/utvardering`
    expect((await get(app, summary, member)).status).toBe(404)
    expect((await post(app, `${ofOffice()}/publicera`, { slutsats: '' }, office)).status).toBe(422)
    await post(app, `${ofOffice()}/publicera`, { slutsats: 'Mer tid nästa gång.' }, office)
    const html = await textOf(summary, member)
    expect(html).toContain('Mer tid nästa gång.')
    expect(html).toContain('Medel 3,5')
    expect(html).not.toContain('Mer kaffe')
    expect((await get(app, summary)).status).toBe(303)
    await post(app, `${ofOffice()}/dra-tillbaka`, {}, office)
    expect((await get(app, summary, member)).status).toBe(404)
  })

  test('ends: unused links are gone, and so are the mails that brought them', async () => {
    await database.db
      .updateTable('mail')
      .set({ sent_at: new Date('2026-11-23T08:21:00Z') })
      .where('kind', '=', 'event-evaluation')
      .execute()
    await ask('2026-12-20T08:20:00Z')
    const left = await database.db.selectFrom('event_evaluation_ticket').selectAll().execute()
    expect(left).toEqual([])
    expect(await links()).toEqual([])
  })

  const close = (on = '2026-11-22') =>
    database.db.updateTable('event_evaluation').set({ closes_on: on }).where('event_id', '=', event).execute()
})
