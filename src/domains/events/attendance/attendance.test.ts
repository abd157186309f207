import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { eventIdOf } from '../../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { addressesIn, badgeParts } from '../../../../tests/support/qr.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { createSecrets } from '../../../platform/secrets.ts'
import { arrivalPath } from './arrival.ts'
import { forgetAttendance } from './network-queries.ts'

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
  event = await idOf('Räkna rätt på klimatet')
})
afterAll(() => database.drop())

const secrets = createSecrets('a secret of the tests, long enough')
const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()

const idOf = (title: string) => eventIdOf(database.db, title)

/** Somebody who has registered for an event, and how that stands now. */
function guestsOf(eventId: number) {
  return database.db
    .selectFrom('event_registration')
    .where('event_id', '=', eventId)
    .selectAll()
    .orderBy('id')
    .execute()
}

async function lateGuest() {
  const guest = (await guestsOf(event)).find(({ checked_in_at }) => checked_in_at === null)
  if (!guest) throw new Error('Everybody has come already.')
  return guest
}

const stateOf = async (id: number) => (await guestsOf(event)).find((guest) => guest.id === id)?.checked_in_at

describe('the QR code of a participant', () => {
  test('leads whoever is at the door to the name and to one button, and a visitor to the login', async () => {
    const guest = await lateGuest()
    const path = arrivalPath(secrets, guest.id)
    expect((await get(app, path)).headers.get('location')).toBe(`/logga-in?till=${encodeURIComponent(path)}`)
    expect((await get(app, path, member)).status).toBe(403)
    const html = await textOf(path, office)
    expect(html).toContain(guest.name)
    expect(html).toContain('Checka in')
  })

  test('checks in once: again it only says when, and it can be undone', async () => {
    const guest = await lateGuest()
    const path = arrivalPath(secrets, guest.id)
    await post(app, path, { gor: 'in' }, office)
    const first = await stateOf(guest.id)
    expect(first).toEqual(new Date('2026-11-23T12:00:00Z'))
    await database.db
      .updateTable('event_registration')
      .set({ checked_in_at: new Date('2026-11-23T08:12:00Z') })
      .where('id', '=', guest.id)
      .execute()
    expect(await textOf(path, office)).toContain('Redan incheckad kl. 09.12')
    await post(app, path, { gor: 'in' }, office)
    expect(await stateOf(guest.id)).toEqual(new Date('2026-11-23T08:12:00Z'))
    await post(app, path, { gor: 'ut' }, office)
    expect(await stateOf(guest.id)).toBeNull()
  })

  test('is not the key to the participant’s own page', async () => {
    const guest = await lateGuest()
    const path = arrivalPath(secrets, guest.id)
    expect(path).not.toContain(guest.code)
    expect((await get(app, path.replace(/\/in$/, ''))).status).toBe(404)
    expect((await get(app, `/evenemang/anmalan/${guest.code}/in`, office)).status).toBe(404)
  })

  test('shows what matters on the day, diet among it, to the secretariat', async () => {
    const course = await idOf('Grundkurs i de fyra hållbarhetskriterierna')
    const { rows } = await sql<{ id: number }>`select r.id from event_registration r
      join event_answer a on a.registration_id = r.id where r.event_id = ${course} and a.answer = 'Nötter'`.execute(
      database.db,
    )
    expect(await textOf(arrivalPath(secrets, rows[0]?.id ?? 0), office)).toContain('Nötter')
  })

  test('of somebody on the waiting list has no button', async () => {
    const course = await idOf('Grundkurs i de fyra hållbarhetskriterierna')
    const waiting = (await guestsOf(course)).find(({ state }) => state === 'waiting')
    const html = await textOf(arrivalPath(secrets, waiting?.id ?? 0), office)
    expect(html).toContain('Står på väntelistan')
    expect(html).not.toContain('name="gor"')
  })
})

describe('the list at the door', () => {
  test('finds by name, checks in with one press and counts', async () => {
    const guest = await lateGuest()
    const path = `/kansli/evenemang/${event}/incheckning`
    const found = await textOf(`${path}?sok=${encodeURIComponent(guest.name)}`, office)
    expect(found).toContain(`Checka in ${guest.name}`)
    expect(await textOf(`${path}?sok=%25`, office)).toContain('Ingen anmäld har det namnet')
    const done = await post(app, path, { anmalan: String(guest.id), gor: 'in', sok: guest.name }, office)
    expect(done.headers.get('location')).toContain(`klart=in#anmalan-${guest.id}`)
    expect(await textOf(path, office)).toContain(`Ångra incheckningen av ${guest.name}`)
    await post(app, path, { anmalan: String(guest.id), gor: 'ut' }, office)
    expect(await stateOf(guest.id)).toBeNull()
  })

  test('does not reach guests of other events', async () => {
    const other = (await guestsOf(await idOf('Grundkurs i de fyra hållbarhetskriterierna')))[0]
    const path = `/kansli/evenemang/${event}/incheckning`
    expect((await post(app, path, { anmalan: String(other?.id), gor: 'in' }, office)).status).toBe(404)
  })
})

describe('the link for helpers without an account', () => {
  const path = () => `/kansli/evenemang/${event}/incheckning`
  const linkIn = (html: string) =>
    /value="https:\/\/eko\.example(\/evenemang\/dorr\/[^"]+)"/.exec(html)?.[1] ?? ''
  const doorCookie = async (link: string) =>
    (await get(app, link)).headers.get('set-cookie')?.split(';')[0] ?? ''
  const today = (start: string, end: string) =>
    database.db
      .updateTable('event')
      .set({ starts_at: new Date(start), ends_at: new Date(end) })
      .where('id', '=', event)
      .execute()

  test('opens the door of that event on its day, without answers about health, until a new one is made', async () => {
    await post(app, `/kansli/evenemang/${event}/dorr`, {}, office)
    const link = linkIn(await textOf(path(), office))
    expect((await get(app, link)).status).toBe(404)
    await today('2026-11-23T08:00:00Z', '2026-11-23T15:00:00Z')
    const cookie = await doorCookie(link)
    expect(cookie).toContain('ekokommun-dorr=')
    const guest = await lateGuest()
    const html = await textOf(path(), cookie)
    expect(html).toContain(guest.name)
    expect(html).not.toContain('Namnskyltar')
    expect((await get(app, `/kansli/evenemang/${event}/namnskyltar.pdf`, cookie)).status).toBe(303)
    await post(app, arrivalPath(secrets, guest.id), { gor: 'in' }, cookie)
    expect(await stateOf(guest.id)).not.toBeNull()
    await post(app, arrivalPath(secrets, guest.id), { gor: 'ut' }, cookie)
    const course = await idOf('Grundkurs i de fyra hållbarhetskriterierna')
    expect((await get(app, `/kansli/evenemang/${course}/incheckning`, cookie)).status).toBe(303)

    await post(app, `/kansli/evenemang/${event}/dorr`, {}, office)
    expect((await get(app, path(), cookie)).status).toBe(303)
    expect((await get(app, link)).status).toBe(404)
    await today('2026-10-21T07:30:00Z', '2026-10-21T14:00:00Z')
  })

  test('is in no log', async () => {
    const { rows } = await sql`select from audit_entry where after::text like '%"key"%'
      and table_name = 'event_door'`.execute(database.db)
    expect(rows).toEqual([])
  })
})

describe('on paper', () => {
  test('the list has everybody with a place, a column to sign in, and totals; tagged', async () => {
    const file = await get(app, `/kansli/evenemang/${event}/narvarolista.pdf`, office)
    const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()))
    const guests = await guestsOf(event)
    for (const { name } of guests) expect(pdf.text).toContain(name)
    expect(pdf.text).toContain('Underskrift')
    expect(pdf.text).toContain(`${guests.length} anmälda, ${guests.length - 1} incheckade.`)
    expect(pdf.marked).toBe(true)
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'Table', 'TH']))
  })

  test('a badge has the name, the organisation and the code that checks in, for those on site', async () => {
    const file = await get(app, `/kansli/evenemang/${event}/namnskyltar.pdf`, office)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const pdf = await readPdf(bytes)
    const onSite = (await guestsOf(event)).filter(({ attends }) => attends === 'on-site')
    expect(pdf.roles.filter((role) => role === 'Figure')).toHaveLength(onSite.length)
    for (const { name } of onSite) expect(pdf.text).toContain(name)
    const addresses = await addressesIn(bytes, badgeParts)
    expect(addresses.sort()).toEqual(
      onSite.map(({ id }) => `https://eko.example${arrivalPath(secrets, id)}`).sort(),
    )
  })
})

describe('a member that has sent nobody to the three latest meetings', () => {
  test('is told so on the own page of its contacts, and nowhere else', async () => {
    const contact = await loggedIn(app, 'kontakttjansteperson')
    const line = 'Ingen från Falkenberg var med på de tre senaste träffarna'
    await sql`update event set starts_at = '2026-11-02T08:00Z', ends_at = '2026-11-02T09:00Z' where id in
      (select event_id from event_text where title like 'Rapportörernas träff%' or title like 'Frukost på nätet%')`.execute(
      database.db,
    )
    expect(await textOf('/mina-sidor', contact)).not.toContain(line)
    const falkenberg = await database.db
      .updateTable('event_registration')
      .set({ organisation_code: '1490' })
      .where('event_id', '=', event)
      .where('organisation_code', '=', '1382')
      .returning('id')
      .execute()
    expect(falkenberg.length).toBeGreaterThan(0)
    await post(app, `/kansli/evenemang/${event}/dorr`, {}, office)
    expect(await textOf('/mina-sidor', contact)).toContain(line)
    expect(await textOf('/mina-sidor', member)).not.toContain(line)
    expect(await textOf(`/evenemang/${event}`)).not.toContain(line)
  })
})

describe('who was there', () => {
  test('shows to members those who agreed, and to nobody else', async () => {
    const guests = (await guestsOf(event)).filter(({ checked_in_at }) => checked_in_at !== null)
    const html = await textOf(`/evenemang/${event}`, member)
    for (const { name, shown_to_network } of guests) {
      expect(html.includes(`${name}</a>`)).toBe(shown_to_network)
    }
    expect(await textOf(`/evenemang/${event}`)).not.toContain('De här var med')
  })

  test('stands on the contact card of those who agreed', async () => {
    const [first] = (await guestsOf(event)).filter(({ shown_to_network }) => shown_to_network)
    const html = await textOf(`/kontakter/person/${first?.person_id}`, member)
    expect(html).toContain('Var med på')
    expect(html).toContain('Räkna rätt på klimatet')
  })

  test('is forgotten three years after', async () => {
    await forgetAttendance(database.db, new Date('2029-10-20T12:00:00Z'), 3)
    expect((await guestsOf(event)).some(({ checked_in_at }) => checked_in_at !== null)).toBe(true)
    await forgetAttendance(database.db, new Date('2029-10-22T12:00:00Z'), 3)
    expect((await guestsOf(event)).some(({ checked_in_at }) => checked_in_at !== null)).toBe(false)
  })
})
