import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { remindOfRound } from './round-actions.ts'

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
const review = `${rounds}/2024/1382`
const figure = (id: string) => `${mine}/nyckeltal/${id}`
const textOf = async (path: string, cookie: string) => (await get(app, path, cookie)).text()
const version = async (path: string, cookie: string) =>
  /name="version" value="(-?\d+)"/.exec(await textOf(path, cookie))?.[1] ?? ''

const answer = async (id: string, fields: Record<string, string>, cookie = reporter) =>
  post(app, figure(id), { version: await version(figure(id), cookie), ...fields }, cookie)
const step = async (steg: string, cookie: string, text = '') =>
  post(app, `${mine}/steg`, { version: await version(mine, cookie), steg, text }, cookie)
const judge = async (steg: string, text = '') =>
  post(app, review, { version: await version(review, secretariat), steg, text }, secretariat)

const current = async (id: string) =>
  (
    await sql<{ value: number | null; basis: string; comment: string; revision: string | null; by: string }>`
      select value, basis, comment, revision_sv as revision, reported_by as by from key_figure_value
      where key_figure_id = ${id} and organisation_code = '1382' and year = 2024 and known_until is null`.execute(
      database.db,
    )
  ).rows[0]

describe('a round', () => {
  test('is opened once, and asks every member’s reporter by mail', async () => {
    const wrong = await post(app, rounds, { ar: '2026', senast: '2020-01-01', nyckeltal: [] }, secretariat)
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    for (const field of ['ar', 'senast', 'nyckeltal']) expect(page).toContain(`href="#${field}`)
    const fields = { ar: '2024', senast: '2027-03-01', nyckeltal: ['2', '12', '1a'] }
    const both = await Promise.all([1, 2].map(() => post(app, rounds, fields, secretariat)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const mails = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Rapportera nyckeltal'))
    expect(mails.length).toBeGreaterThanOrEqual(98)
    expect(mails[0]?.text).toContain('1 mars 2027')
    expect(await textOf(`${rounds}/2024`, secretariat)).toContain('0 av 98 har skickat in')
    expect(await textOf('/rapportera', reporter)).toContain('0 av 2 besvarade')
  })

  test('is no concern of other members', async () => {
    const stranger = await loggedIn(app, 'ombud')
    expect((await get(app, mine, stranger)).status).toBe(403)
    expect((await get(app, `${rounds}/2024`, reporter)).status).toBe(403)
    expect((await get(app, '/rapportera/1283/2024', reporter)).status).toBe(403)
  })
})

describe('an answer', () => {
  test('is asked for with the definition, one’s earlier values and where the others are', async () => {
    const page = (await textOf(figure('2'), reporter)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(page).toContain('Påstigningar på stads- och regionbuss')
    expect(page).toContain('påstigningar under året, delat med')
    expect(page).toMatch(/Medlemmarna 20\d\d .*En fjärdedel av medlemmarna låg under \d+ resor/)
  })

  test('comes back with what was typed when it cannot be read', async () => {
    for (const [fields, error] of [
      [{}, 'Skriv ett värde'],
      [{ varde: 'NaN' }, 'Skriv ett tal'],
      [{ varde: '1.234' }, 'kan läsas på två sätt'],
      [{ varde: '5', saknas: 'not-measured' }, 'Svara på ett sätt'],
      [{ taljare: '5' }, 'Skriv båda delarna'],
      [{ taljare: '5', namnare: '0' }, 'kan inte vara noll'],
      [{ varde: '9', taljare: '5', namnare: '1' }, 'stämmer inte med täljaren'],
    ] as const) {
      const response = await answer('2', fields)
      expect(response.status, error).toBe(422)
      expect(await response.text()).toContain(error)
    }
    expect(await textOf(mine, reporter)).toContain('2 nyckeltal är inte besvarade')
  })

  test('that looks odd is saved all the same, and asks for a comment once', async () => {
    const odd = await answer('2', { varde: '61 000' })
    expect(odd.headers.get('location')).toBe(`${figure('2')}?klart=ovanligt`)
    const page = await textOf(`${figure('2')}?klart=ovanligt`, reporter)
    expect(page).toContain('Värdet är sparat, men ser ovanligt ut')
    const explained = await answer('2', { varde: '61 000', kommentar: 'Ny tågstation <b>i år</b>.' })
    expect(explained.headers.get('location')).toBe(`${figure('12')}?klart=sparat`)
  })

  test('is computed from its two parts', async () => {
    await answer('2', { taljare: '2 900 000', namnare: '47 000', kommentar: 'Ny tågstation <b>i år</b>.' })
    expect((await textOf(mine, reporter)).replace(/\s/g, ' ')).toContain('62 resor')
  })

  test('by a colleague in the meantime is not written over', async () => {
    const seen = await version(figure('12'), reporter)
    await post(app, figure('12'), { version: seen, saknas: 'not-measured' }, official)
    const late = await post(app, figure('12'), { version: seen, varde: '3' }, reporter)
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toMatch(/[A-ZÅÄÖ]\S+ \S+ har svarat under tiden: Vi mäter inte det här/)
    expect(page, 'what was typed is not lost').toContain('value="3"')
    expect(await textOf(mine, reporter)).toContain('Vi mäter inte det här')
  })
})

describe('a report', () => {
  test('goes by the contact official where the member wants it so', async () => {
    await post(app, '/rapportera/1382/godkannande', { ar: '2024', godkanns: '1' }, official)
    expect((await step('submit', reporter)).status).toBe(403)
    expect((await step('submit-for-approval', reporter)).status).toBe(303)
    expect((await step('approve', reporter)).status).toBe(403)
    expect((await step('ask-again', official, '')).status).toBe(422)
    await step('ask-again', official, 'Kontrollera antalet resor.')
    expect(await textOf(mine, reporter)).toContain('Kontrollera antalet resor.')
    await step('submit-for-approval', reporter)
    expect((await step('approve', official)).headers.get('location')).toBe(`${mine}?klart=inskickad`)
    const closed = await post(app, figure('2'), { version: '9', varde: '1' }, reporter)
    expect(closed.status).toBe(409)
  })

  test('is sent back by the secretariat with words, by mail', async () => {
    expect(await textOf('/kansli', secretariat)).toContain('En rapport för 2024 att kontrollera')
    expect((await judge('send-back', '')).status).toBe(422)
    expect((await judge('send-back', 'Är resorna per invånare?')).status).toBe(303)
    const mails = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Komplettera rapporten'))
    expect(mails.map(({ text }) => text).join()).toContain('Är resorna per invånare?')
    await step('submit', official)
  })

  test('is verified by one, although two press', async () => {
    const fields = { version: await version(review, secretariat), steg: 'verify', text: '' }
    const both = await Promise.all([1, 2].map(() => post(app, review, fields, secretariat)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  test('becomes public with its comment, marked as made up in a demonstration', async () => {
    await post(app, `${rounds}/2024/publicera`, {}, secretariat)
    expect(await current('2')).toMatchObject({ basis: 'made-up', by: 'Falkenberg' })
    expect((await current('2'))?.value).toBeCloseTo(2_900_000 / 47_000)
    expect((await current('12'))?.value).toBeNull()
    const thanks = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Tack!'))
    expect(thanks.length).toBeGreaterThan(0)
    const file = await textOf('/nyckeltal/2.csv?kommun=1382', '')
    expect(file).toContain('Ny tågstation')
    expect(await textOf('/nyckeltal/2?kommun=1382&vy=tabell', '')).toContain(
      'Ny tågstation &lt;b>i år&lt;/b>.',
    )
  })

  test('is corrected with its history kept', async () => {
    const before = await current('2')
    await step('correct', reporter)
    const silent = await answer('2', { varde: '60', kommentar: 'Utan dubbelräkning.' })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain('Skriv varför värdet rättas')
    await answer('2', { varde: '60', kommentar: 'Utan dubbelräkning.', skal: 'Bussarna räknades två gånger' })
    await step('submit', official)
    await judge('verify')
    await post(app, `${rounds}/2024/publicera`, {}, secretariat)
    expect(await current('2')).toMatchObject({ value: 60, revision: 'Bussarna räknades två gånger' })
    const { rows } = await sql<{ value: number }>`
      select value from key_figure_value where key_figure_id = '2' and organisation_code = '1382' and year = 2024
      and known_until is not null order by known_until desc limit 1`.execute(database.db)
    expect(rows[0]?.value).toBe(before?.value)
  })
})

test('a member’s own target shows in its charts, with the decision, and nobody else’s', async () => {
  const path = '/rapportera/1382/mal'
  const wrong = await post(app, path, { nyckeltal: '2', varde: 'många', ar: '2001', beslut: '' }, reporter)
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const field of ['varde', 'beslut']) expect(page).toContain(`href="#${field}"`)
  const given = { nyckeltal: '2', varde: '120', ar: '2030', beslut: 'Kommunfullmäktige 2025-06-10 § 80' }
  expect((await post(app, path, given, reporter)).headers.get('location')).toBe(`${path}?klart=sparat`)
  const own = await textOf('/nyckeltal/2?kommun=1382', '')
  expect(own).toContain('Eget mål 2030')
  expect(own).toContain('Kommunfullmäktige 2025-06-10 § 80')
  expect(await textOf('/nyckeltal/2?kommun=1283', '')).not.toContain('Eget mål')
  await post(app, `${path}/ta-bort`, { nyckeltal: '2' }, reporter)
  expect(await textOf('/nyckeltal/2?kommun=1382', '')).not.toContain('Eget mål')
})

test('reminders reach those who have not sent in, once a day', async () => {
  const place = { db: database.db, baseUrl: 'https://eko.example', today: '2027-02-22' }
  expect(await remindOfRound(place, null, '2024')).toBe(97)
  expect(await remindOfRound(place, null, '2024')).toBe(0)
  const reminders = (await mailbox.all()).filter(({ subject }) =>
    subject?.startsWith('Påminnelse: nyckeltal'),
  )
  expect(reminders.some(({ subject }) => subject?.includes('Falkenberg'))).toBe(false)
})
