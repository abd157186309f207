import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { countRegistered, listRegistered } from './register-filter-queries.ts'
import { listRegister } from './register-queries.ts'
import { memberStatuses } from './rules/membership.ts'
import { everybody, openingFilter, type RegisterFilter, type RegisterRow } from './rules/register.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = secretariat) => (await get(app, path, cookie)).text()
const rowsIn = (html: string) => html.match(/name="kod"/g)?.length ?? 0
const membershipOf = (html: string) => /name="id" value="(\d+)"/.exec(html)?.[1] ?? ''
const logOf = (action: string) =>
  database.db.selectFrom('audit_entry').where('action', '=', action).selectAll().execute()

/** Sends a step of a membership from the page of an organisation. */
async function step(code: string, name: string, fields: Record<string, string>) {
  const id = membershipOf(await textOf(`/kansli/register/${code}`))
  return post(app, `/kansli/register/${code}/medlemskap/${name}`, { id, ...fields }, secretariat)
}

describe('the register', () => {
  test('opens with the members, and narrows by every filter', async () => {
    const all = rowsIn(await textOf('/kansli/register?status=all'))
    const members = rowsIn(await textOf('/kansli/register'))
    expect(all).toBe(311)
    expect(members).toBeGreaterThan(90)
    expect(rowsIn(await textOf('/kansli/register?slag=region'))).toBe(6)
    const halland = await textOf('/kansli/register?lan=13')
    expect(halland).toContain('Falkenberg')
    expect(halland).not.toContain('Helsingborg</a>')
    const vacant = rowsIn(await textOf('/kansli/register?saknar=contact-politician'))
    expect(vacant).toBeGreaterThan(0)
    expect(vacant).toBeLessThan(members)
    expect(rowsIn(await textOf('/kansli/register?sok=falkenb'))).toBe(1)
    expect(await textOf('/kansli/register?sok=%25%27%3Cscript%3E')).toContain('Ingen organisation passar')
  })

  test('is for the secretariat only', async () => {
    const member = await loggedIn(app, 'medlem')
    for (const path of [
      '/kansli/register',
      '/kansli/register.csv',
      '/kansli/register/1382',
      '/kansli/personer',
      '/kansli/personer.xlsx',
      '/kansli/import',
    ]) {
      expect((await get(app, path, member)).status, path).toBe(403)
      expect((await get(app, path)).status, path).toBe(303)
    }
  })

  test('leads ticked rows on to a letter, an export or an end, and asks for a tick when there is none', async () => {
    const to = async (query: string) =>
      (await get(app, `/kansli/register/markerade?${query}`, secretariat)).headers.get('location')
    expect(await to('kod=1382&kod=1283&gor=brev')).toBe('/kansli/brev/ny?organisationer=1382,1283')
    expect(await to('kod=1382&gor=csv')).toBe('/kansli/register.csv?organisationer=1382')
    // A file of all that is shown passes on what was asked for: a hundred thousand codes fit in no address.
    expect(await to('slag=region&alla=1&gor=csv')).toBe('/kansli/register.csv?slag=region')
    const file = await get(app, '/kansli/register.csv?slag=region', secretariat)
    expect((await file.text()).trim().split('\r\n')).toHaveLength(1 + 6)
    expect(await to('slag=region&alla=1&gor=brev')).toMatch(/\?organisationer=(\d{4},){5}\d{4}$/)
    expect(await textOf((await to('gor=brev')) ?? '')).toContain('Markera minst en')
  })

  test('is taken along as a file that no other site may read', async () => {
    const response = await get(app, '/kansli/register.csv?organisationer=1382,1283', secretariat)
    const lines = (await response.text()).trim().split('\r\n')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('1382;Falkenberg;Kommun;Hallands län')
  })
})

describe('a membership', () => {
  test('begins as an observer with its decision, becomes full, and is compared only then', async () => {
    const opened = await post(
      app,
      '/kansli/register/1480/medlemskap/nytt',
      { kind: 'observer', since: '2026-01-01', decision: 'Styrelsen 2025-12-04 § 61' },
      secretariat,
    )
    expect(opened.headers.get('location')).toBe('/kansli/register/1480?klart=nytt')
    const observing = await textOf('/kommuner/1480', '')
    expect(observing).toContain('Observatör')
    expect(observing).toContain('beslut: Styrelsen 2025-12-04 § 61')
    const list = await textOf('/kommuner', '')
    expect(list).toContain('1 är observatör.')
    expect(list).toContain('Göteborg: Observatör')
    expect(await textOf('/kommuner?medlemmar=1', '')).not.toContain('>Göteborg</a>')

    const full = await step('1480', 'full', { since: '2026-11-01', decision: 'Styrelsen 2026-10-15 § 50' })
    expect(full.headers.get('location')).toContain('klart=full')
    const page = await textOf('/kansli/register/1480')
    expect(page).toContain('31 oktober 2026')
    expect(await textOf('/kommuner?medlemmar=1', '')).toContain('>Göteborg</a>')
    expect((await logOf('make an observer a member')).length).toBe(2)
  })

  test('is left with notice, shown to all with its last day, and can be taken back before', async () => {
    const given = await step('1382', 'uppsagning', {
      noticeGivenOn: '2026-11-20',
      lastDay: '2026-12-31',
      reason: 'Sparar',
    })
    expect(given.status).toBe(303)
    expect(await textOf('/kommuner/1382', '')).toContain('Lämnar nätverket efter 31 december 2026')
    expect(rowsIn(await textOf('/kansli/register?slutar=1&status=all'))).toBe(1)
    expect(await textOf('/kansli')).toContain('1 medlemskap tar slut inom tre månader')
    expect((await step('1382', 'angra', {})).status).toBe(303)
    expect(await textOf('/kommuner/1382', '')).not.toContain('Lämnar nätverket')
  })

  test('cannot overlap another, begin without a decision, or end before it began', async () => {
    const twice = await post(
      app,
      '/kansli/register/1382/medlemskap/nytt',
      { kind: 'full', since: '2026-12-01', decision: 'Styrelsen' },
      secretariat,
    )
    expect(twice.status).toBe(409)
    const bare = await post(
      app,
      '/kansli/register/1440/medlemskap/nytt',
      { kind: 'full', since: 'i morgon', decision: '' },
      secretariat,
    )
    const html = await bare.text()
    expect(bare.status).toBe(422)
    expect(html).toContain('href="#nytt-since"')
    expect(html).toContain('id="nytt-decision"')
    const early = await step('1283', 'avslut', { lastDay: '1990-01-01', reason: 'Fel' })
    expect(early.status).toBe(409)
  })

  test('ends for several by one decision, or for none', async () => {
    const path = '/kansli/register/avsluta?organisationer=0114,0480,9999'
    const asked = await textOf(path)
    expect(asked).toContain('Avsluta 2 medlemskap')
    expect(asked).toContain('1 markerad organisation')
    const early = await post(app, path, { lastDay: '1990-01-01', reason: 'x' }, secretariat)
    expect(early.status).toBe(422)
    const done = await post(app, path, { lastDay: '2026-12-31', reason: 'Årsmötet 2026 § 9' }, secretariat)
    expect(done.status).toBe(303)
    expect((await logOf('end memberships')).length).toBe(2)
    expect(rowsIn(await textOf('/kansli/register?slutar=1&status=all'))).toBe(2)
  })
})

describe('an organisation of the partner network', () => {
  test('gets a code of its name, whatever the letters, and a second one of the same name another', async () => {
    const add = (name: string) =>
      post(app, '/kansli/register/ny', { name, since: '2026-11-01', decision: 'Styrelsen § 3' }, secretariat)
    expect((await add('Ångströms Återbruk AB')).headers.get('location')).toBe(
      '/kansli/register/P-angstroms-aterbruk-ab?klart=partner',
    )
    expect((await add('Ångströms Återbruk AB')).headers.get('location')).toContain('aterbruk-ab-2')
    expect((await add('李小龍')).headers.get('location')).toContain('/P-partner?')
    expect(await textOf('/kansli/register/P-partner')).toContain('李小龍')
    expect(rowsIn(await textOf('/kansli/register?slag=partner'))).toBe(3)
    // The key figures and the list of municipalities are as before.
    expect(await textOf('/kommuner', '')).not.toContain('Återbruk')
  })
})

describe('the filter in the database', () => {
  /** What the filter means, said of rows as they are shown. */
  function keeps(filter: RegisterFilter, row: RegisterRow): boolean {
    const wanted = plain(filter.text)
    return (
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.countyCode === '' || row.countyCode === filter.countyCode) &&
      (filter.status === 'all' || row.status === filter.status) &&
      (filter.lacks === '' || !row.holders.some(({ role }) => role === filter.lacks)) &&
      (!filter.incomplete || row.gaps > 0) &&
      (!filter.leaving || row.until !== null) &&
      [row.name, row.code, row.organisationNumber ?? ''].some((text) => plain(text).includes(wanted))
    )
  }
  const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')

  test('keeps what its words say, on every day and in every combination', async () => {
    const { db } = database
    await db
      .updateTable('organisation_profile')
      .set({
        organisation_number: '212000-0142',
        address: 'Torget 1',
        email: 'a@b.example',
        website: 'https://b.example',
      })
      .where('organisation_code', '=', '1283')
      .execute()
    for (const today of ['1985-06-01', '2003-03-03', '2026-11-23', '2031-01-01']) {
      const codes = await listRegistered(db, everybody, today)
      const rows = await listRegister(db, codes, today)
      expect(rows.map(({ code }) => code)).toEqual(codes)
      for (const filter of [
        ...memberStatuses.map((status) => ({ ...everybody, status })),
        ...memberStatuses.map((status) => ({ ...everybody, status, leaving: true })),
        { ...openingFilter, incomplete: true },
        { ...everybody, incomplete: true, kind: 'municipality' as const },
        { ...everybody, countyCode: '13', lacks: 'contact-politician' },
        { ...openingFilter, lacks: 'reporter' },
        { ...everybody, text: ' ÖR ' },
        { ...everybody, text: '212000-01' },
        { ...everybody, text: '13', kind: 'partner' as const },
        { ...everybody, text: '%' },
      ]) {
        const wanted = rows.filter((row) => keeps(filter, row)).map(({ code }) => code)
        expect(await listRegistered(db, filter, today), JSON.stringify({ filter, today })).toEqual(wanted)
        expect(await countRegistered(db, filter, today)).toBe(wanted.length)
        const part = await listRegistered(db, filter, today, { limit: 7, offset: 3 })
        expect(part).toEqual(wanted.slice(3, 10))
      }
    }
  })
})

test('of a large association comes in pages, and what is done with all of it has a limit', async () => {
  await database.owner
    .insertInto('organisation')
    .values(
      Array.from({ length: 1000 }, (_, i) => ({ code: `P-stor-${i}`, kind: 'partner', name: `Stor ${i}` })),
    )
    .execute()
  const html = await textOf('/kansli/register?status=all')
  expect(rowsIn(html)).toBe(100)
  expect(html).toMatch(/1\s31\d av 1\s31\d organisationer/)
  expect(rowsIn(await textOf('/kansli/register?status=all&sida=99'))).toBeLessThan(100)
  const chosen = await get(app, '/kansli/register/markerade?status=all&alla=1&gor=brev', secretariat)
  expect(chosen.status).toBe(400)
  expect(await chosen.text()).toContain('Begränsa urvalet')
})
