import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let secretariat: string
let reporter: string
let official: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  secretariat = await loggedIn(app, 'kansli')
  reporter = await loggedIn(app, 'rapportor')
  official = await loggedIn(app, 'kontakttjansteperson')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const rounds = '/kansli/rapportering'
const mine = '/rapportera/1382/2024'
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const html = async (path: string, cookie: string) => (await get(app, path, cookie)).text()
const read = async (path: string, cookie: string) => plain(await html(path, cookie))
const version = async (path: string, cookie: string) =>
  /name="version" value="(-?\d+)"/.exec(await html(path, cookie))?.[1] ?? ''
const answer = async (year: number, id: string, fields: Record<string, string>) => {
  const path = `/rapportera/1382/${year}/nyckeltal/${id}`
  return post(app, path, { version: await version(path, reporter), ...fields }, reporter)
}
const step = async (year: number, steg: string) => {
  const path = `/rapportera/1382/${year}`
  return post(app, `${path}/steg`, { version: await version(path, reporter), steg }, reporter)
}
const judge = async (year: number, fields: Record<string, string>) => {
  const path = `${rounds}/${year}/1382`
  return post(app, path, { version: await version(path, secretariat), ...fields }, secretariat)
}
const mailsAbout = async (start: string) =>
  (await mailbox.all()).filter(({ subject }) => subject?.startsWith(start))

describe('a round for regions', () => {
  test('asks regions only, beside the municipalities’ round of the same year', async () => {
    const fields = { ar: '2025', slag: 'region', senast: '2027-03-01', nyckeltal: ['2'] }
    const opened = await post(app, rounds, fields, secretariat)
    expect(opened.headers.get('location')).toBe(`${rounds}/2025-regioner?klart=oppnad`)
    const page = await read(`${rounds}/2025-regioner`, secretariat)
    expect(page).toContain('Regionernas rapportering för 2025')
    expect(page).toContain('0 av 6 har skickat in')
    expect(page).toContain('Region Skåne')
    expect((await post(app, rounds, fields, secretariat)).status).toBe(409)
    expect(await read(`${rounds}/2025`, secretariat)).toContain('av 98 har skickat in')
  })
})

describe('the mail of a round', () => {
  test('goes once to somebody who reports for several, with the way to all of them', async () => {
    await sql`
      insert into appointment (person_id, organisation_code, role, since)
      select person_id, '1380', 'reporter', '2020-01-01' from appointment
      where organisation_code = '1382' and role = 'reporter' limit 1`.execute(database.db)
    const fields = { ar: '2024', slag: 'municipality', senast: '2026-12-01', nyckeltal: ['2', '12'] }
    await post(app, rounds, fields, secretariat)
    const mails = (await mailsAbout('Rapportera nyckeltal för 2024')).filter(({ subject }) =>
      subject?.includes('Falkenberg'),
    )
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('Rapportera nyckeltal för 2024: Falkenberg och Halmstad')
    expect(mails[0]?.text).toMatch(/Öppna era rapporter:\s+https?:\/\/\S+\/rapportera\s/)
  })
})

describe('the form', () => {
  test('fills in the year’s inhabitants, which alone are no answer', async () => {
    const path = '/rapportera/1382/2024/nyckeltal/2'
    const page = await html(path, reporter)
    const inhabitants = /id="namnare"[^>]*value="(\d+)"/.exec(page)?.[1] ?? ''
    expect(Number(inhabitants)).toBeGreaterThan(40_000)
    expect(plain(page)).toMatch(/invånare den 31 december 2024, enligt SCB/)
    expect(page).toContain('class="spread-strip"')
    const suggested = { namnare: inhabitants, forslag: inhabitants }
    expect((await answer(2024, '2', { ...suggested })).status).toBe(422)
    const saved = await answer(2024, '2', { ...suggested, varde: '95', kommentar: 'Som i fjol.' })
    expect(saved.status).toBe(303)
  })

  test('asks for a comment once; who goes on without is told of to the secretariat', async () => {
    const first = await answer(2024, '12', { varde: '99' })
    expect(first.headers.get('location')).toContain('klart=ovanligt')
    const again = await answer(2024, '12', { varde: '99' })
    expect(again.headers.get('location')).toBe(`${mine}?klart=sparat`)
    await step(2024, 'submit')
    expect(await read(`${rounds}/2024?visa=kontrollera`, secretariat)).toMatch(
      /Falkenberg .*ett ovanligt värde utan kommentar/,
    )
    expect(await read(`${rounds}/2024/1382`, secretariat)).toContain('Ingen förklaring är lämnad')
  })

  test('tells who has answered what, so that a colleague can go on', async () => {
    expect(await read(mine, official)).toMatch(/2 Resor med kollektivtrafik .*95 resor\/inv/)
  })
})

describe('the secretariat', () => {
  test('asks about a single figure, which stands at the figure until it is answered', async () => {
    const sent = await judge(2024, { steg: 'send-back', text: '', 'fraga-12': 'Är alla 99 % certifierade?' })
    expect(sent.status).toBe(303)
    const [mail] = await mailsAbout('Komplettera rapporten för 2024')
    expect(mail?.text).toContain('12 Miljöcertifierade skolor och förskolor: Är alla 99 % certifierade?')
    expect(await read(mine, reporter)).toContain('Kansliet har ställt en fråga som inte är besvarad.')
    const path = '/rapportera/1382/2024/nyckeltal/12'
    expect(await read(path, reporter)).toContain('Kansliet frågar Är alla 99 % certifierade?')
    await answer(2024, '12', { varde: '99', kommentar: 'Ja, sedan i augusti.' })
    expect(await read(path, reporter)).not.toContain('Kansliet frågar')
    expect(await read(mine, reporter)).not.toContain('fråga som inte är besvarad')
  })

  test('sees who was late, county by county, and members are thanked', async () => {
    await sql`update reporting_round set due_on = '2026-11-10' where year = 2024`.execute(database.db)
    expect(await read(`${mine}`, reporter)).toContain('Falkenberg')
    expect(await read('/rapportera/1380/2024', reporter)).toContain(
      'Sista dagen var 10 november 2026, men det går fortfarande bra att skicka in.',
    )
    await step(2024, 'submit')
    const page = await read(`${rounds}/2024`, secretariat)
    expect(page).toMatch(/Falkenberg Inskickad sen/)
    expect(page).toMatch(/Hallands län 1 av \d/)
    const shown = await read('/rapportera/laget/2024', official)
    expect(shown).toMatch(/Tack för att ni har skickat in Falkenberg\./)
  })

  test('closes a round to what has not come, and opens it again', async () => {
    await post(app, `${rounds}/2024/stang`, { stang: 'ja' }, secretariat)
    const path = '/rapportera/1380/2024'
    expect(await read(path, reporter)).toContain('Omgången är stängd')
    const late = await post(app, `${path}/nyckeltal/2`, { version: '0', varde: '50' }, reporter)
    expect(late.status).toBe(409)
    const sent = await judge(2024, { steg: 'send-back', text: 'En sak till.' })
    expect(sent.status).toBe(303)
    expect((await answer(2024, '12', { varde: '98', kommentar: 'Rättat.' })).status).toBe(303)
    await post(app, `${rounds}/2024/stang`, { stang: 'nej' }, secretariat)
    expect(await read(path, reporter)).not.toContain('Omgången är stängd')
  })

  test('moves the last day', async () => {
    expect((await post(app, `${rounds}/2024/andra`, { senast: 'snart' }, secretariat)).status).toBe(422)
    await post(app, `${rounds}/2024/andra`, { senast: '2027-02-15' }, secretariat)
    expect(await read(`${rounds}/2024`, secretariat)).toContain('Svar senast 15 februari 2027')
  })
})

describe('approval', () => {
  test('is asked for by mail', async () => {
    await post(app, '/rapportera/1382/godkannande', { ar: '2024', godkanns: '1' }, official)
    await step(2024, 'submit-for-approval')
    expect((await mailsAbout('Godkänn rapporten för 2024: Falkenberg')).length).toBeGreaterThan(0)
    await post(app, '/rapportera/1382/godkannande', { ar: '2024' }, official)
  })
})

describe('a year that nobody was asked about', () => {
  const path = '/rapportera/1382/ratta'

  test('can be corrected all the same, with only what is wrong and why', async () => {
    expect((await post(app, path, { ar: '1850' }, reporter)).status).toBe(422)
    expect(await read(path, reporter)).toMatch(/2021 2020/)
    const begun = await post(app, path, { ar: '2020' }, reporter)
    expect(begun.headers.get('location')).toBe('/rapportera/1382/2020?klart=ratta')
    expect((await answer(2020, '2', { varde: '88' })).status).toBe(422)
    const told = await answer(2020, '2', {
      varde: '88',
      skal: 'Ett kvartal saknades',
      kommentar: 'Nu hela året.',
    })
    expect(told.status).toBe(303)
    expect((await step(2020, 'submit')).status).toBe(303)
    await judge(2020, { steg: 'verify' })
    await post(app, `${rounds}/2020/publicera`, {}, secretariat)
  })

  test('shows the correction with its reason, and keeps what was known', async () => {
    const page = await read('/nyckeltal/revideringar?nyckeltal=2&kommun=1382', '')
    expect(page).toMatch(/2020 \d+ resor\/inv 88 resor\/inv påhittat Ett kvartal saknades/)
    expect(await html('/nyckeltal/revideringar.atom?kommun=1382', '')).toContain('Ett kvartal saknades')
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from key_figure_value where organisation_code = '1382' and year = 2020
      and revision_sv is not null`.execute(database.db)
    expect(rows[0]?.n, 'nothing else of the year was touched').toBe(1)
    const others = await post(app, path, { ar: '2020' }, reporter)
    expect(others.status).toBe(303)
  })

  test('can still get a whole round of its own', async () => {
    const fields = { ar: '2020', slag: 'municipality', senast: '2027-03-01', nyckeltal: ['2'] }
    expect((await post(app, rounds, fields, secretariat)).status).toBe(303)
    expect(await read(`${rounds}/2020`, secretariat)).toContain('av 98 har skickat in')
  })
})

test('a comment shows with its value wherever that shows', async () => {
  for (const path of [
    '/nyckeltal/2?kommun=1382&ar=2020',
    '/nyckeltal/2?kommun=1382&vy=rangordning&ar=2020',
    '/nyckeltal/2?kommun=1382&vy=spridning&ar=2020',
    '/nyckeltal/2?kommun=1382&vy=tabell',
    '/nyckeltal/2.csv?kommun=1382',
    '/nyckeltal/2.json?kommun=1382',
  ]) {
    expect(await html(path, ''), path).toContain('Nu hela året.')
  }
})
