import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { issueRun } from './invoices/issue.ts'
import { findSchedule } from './schedule-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
let auditor: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
  auditor = await loggedIn(app, 'revisor')
})
afterAll(() => database.drop())

/** A page as people read it: without tags, every kind of space as one. */
async function read(path: string, cookie = ''): Promise<string> {
  const html = await (await get(app, path, cookie)).text()
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('what membership costs', () => {
  test.for([
    ['41912', '4 000 kr + 0,30 kr × 41 912 = 16 573,60 kr'],
    ['150000', '4 000 kr + 0,30 kr × 150 000 = 49 000 kr'],
    ['1 000 000', '4 000 kr + 0,30 kr × 150 000 = 49 000 kr'],
    ['0', '4 000 kr + 0,30 kr × 0 = 4 000 kr'],
  ])('for %s inhabitants is spelled out', async ([people, arithmetic]) => {
    const page = await read(`/bli-medlem?invanare=${encodeURIComponent(people ?? '')}`)
    expect(page.replace(/,00 kr/g, ' kr')).toContain(arithmetic)
  })

  test('for a municipality counts its people on the day that the schedule says', async () => {
    const page = await read('/bli-medlem?organisation=Halmstad')
    expect(page).toContain('106 084 invånare den 31 december 2024')
    expect(page).toContain('35 825,20 kr')
  })

  test.for(['-5', '1e9', '100000001', 'många', '12,5'])('is not counted for %s people', async (people) => {
    const response = await get(app, `/bli-medlem?invanare=${people}`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Skriv ett antal invånare med siffror')
  })
})

const schedule = {
  fast: '4 500',
  rorlig: '0,32',
  region: '0,32',
  tak: '150 000',
  folkmangd: '2026',
  intrade: 'by-month',
  uttrade: 'whole-year',
  observator: '50',
  dagar: '30',
  beslutad: '2026-04-28',
  beslut: 'Årsmötet 2026 § 14',
}

describe('a fee schedule', () => {
  test('is written down with its decision, and in öre', async () => {
    const saved = await post(app, '/kansli/avgifter/taxor/2028', schedule, secretariat)
    expect(saved.headers.get('location')).toBe('/kansli/avgifter/taxor?klart=sparad')
    const row = await database.db
      .selectFrom('fee_schedule')
      .selectAll()
      .where('year', '=', 2028)
      .executeTakeFirst()
    expect(row).toMatchObject({
      fixed_ore: 450_000,
      municipality_rate_ore: 32,
      cap_inhabitants: 150_000,
      decision: 'Årsmötet 2026 § 14',
      made_up: false,
    })
  })

  test('with wrong numbers comes back with all that is wrong, and nothing changes', async () => {
    const wrong = {
      fast: '-1',
      rorlig: '0,333',
      region: '200',
      tak: '0',
      folkmangd: '2031',
      beslut: '',
      dagar: '999',
    }
    const response = await post(app, '/kansli/avgifter/taxor/2029', { ...schedule, ...wrong }, secretariat)
    expect(response.status).toBe(422)
    const page = await response.text()
    for (const field of Object.keys(wrong)) expect(page, field).toContain(`href="#${field}"`)
    expect(await findSchedule(database.db, 2029)).toBeUndefined()
  })

  test('stays as it was decided once invoices rest on it', async () => {
    const response = await post(app, '/kansli/avgifter/taxor/2026', schedule, secretariat)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Den går inte längre att ändra')
  })

  test('is read by the auditor, who changes nothing', async () => {
    expect((await get(app, '/kansli/avgifter/taxor', auditor)).status).toBe(200)
    expect((await post(app, '/kansli/avgifter/taxor/2028', schedule, auditor)).status).toBe(403)
  })
})

describe('trying other fees', () => {
  test('shows the income now as the sum that was invoiced', async () => {
    const { rows } = await sql<{ ore: number }>`
      select sum(total_ore)::bigint as ore from invoice where fee_year = 2026`.execute(database.db)
    const page = await read(
      '/kansli/avgifter/simulera?fast=4000&rorlig=0,30&region=0,30&tak=150000',
      secretariat,
    )
    const kronor = new Intl.NumberFormat('sv', { minimumFractionDigits: 2 }).format((rows[0]?.ore ?? 0) / 100)
    expect(page).toContain(kronor.replace(/\s/g, ' '))
    expect(page).toContain('0 mer, 0 mindre')
  })

  test('gives every member’s fee as a file', async () => {
    const file = await get(
      app,
      '/kansli/avgifter/simulera.csv?fast=5000&rorlig=0,30&region=0,30&tak=',
      auditor,
    )
    const lines = (await file.text()).trim().split('\n')
    expect(lines.filter((line) => /;1000(,00)?\b/.test(line)).length).toBeGreaterThan(90)
  })

  test('refuses numbers that are none', async () => {
    const response = await get(
      app,
      '/kansli/avgifter/simulera?fast=x&rorlig=-1&region=0,3&tak=1',
      secretariat,
    )
    expect(response.status).toBe(422)
  })
})

const run = '/kansli/avgifter/avisering/2027'
const numbers = async () =>
  (
    await sql<{ number: string }>`select number from invoice where year = 2026 and issued_on > '2026-02-01'
      order by sequence`.execute(database.db)
  ).rows.map(({ number }) => number)

describe('an invoice run', () => {
  test('is looked at first: who gets what, against last year, and what is missing', async () => {
    const page = await read(run, auditor)
    expect(page).toContain('Fakturor att ställa ut 104')
    expect(page).toMatch(/Falkenberg 47 \d{3} 18 \d{3},\d0 kr −\d,\d0 kr/)
    expect(page).toMatch(/Halmstad .{30,80} referens/)
    expect(await numbers()).toEqual([])
  })

  test('without a choice issues nothing', async () => {
    expect((await post(app, run, {}, secretariat)).status).toBe(422)
    expect((await post(app, run, { kod: '1382' }, auditor)).status).toBe(403)
    expect(await numbers()).toEqual([])
  })

  test('issues to those chosen, with numbers that follow each other', async () => {
    const sent = await post(app, run, { kod: ['1382', '1283', '0010'] }, secretariat)
    expect(sent.status).toBe(303)
    expect(await numbers()).toEqual(['20260105', '20260106', '20260107'])
    const again = await post(app, run, { kod: ['1382'] }, secretariat)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('har redan fått sina fakturor')
  })

  test('at the same time by two gives everyone one invoice and skips no number', async () => {
    const actor = null
    const codes = ['1490', '0980', '2380', '2518']
    const issue = () => issueRun(database.db, actor, { year: 2027, codes, issuedOn: '2026-11-23' })
    const results = await Promise.all([issue(), issue(), issue()])
    expect(results.filter(({ done }) => done)).toHaveLength(1)
    expect(await numbers()).toEqual(Array.from({ length: 7 }, (_, i) => String(20_260_105 + i)))
  })
})

describe('an invoice', () => {
  test('tells the arithmetic and the decision, and that the region is at the cap', async () => {
    const all = await Promise.all(
      (await numbers()).map((number) => read(`/kansli/avgifter/fakturor/${number}`, auditor)),
    )
    const region = all.find((page) => page.includes('Skåne') || page.includes('49 000,00 kr'))
    expect(region).toContain('räknas 150 000, som är det högsta antalet')
    expect(all[0]).toContain('Årsmötet 2026 § 12')
  })

  test('never changes, whoever tries', async () => {
    for (const statement of [
      sql`update invoice set total_ore = 1`,
      sql`delete from invoice`,
      sql`truncate invoice cascade`,
      sql`update allocation set amount_ore = 1`,
    ]) {
      await expect(statement.execute(database.owner)).rejects.toThrow(/never changes/)
      await expect(statement.execute(database.db)).rejects.toThrow(/permission denied/)
    }
  })

  test('is credited by a part and then by the rest, never by more, and may then be issued anew', async () => {
    const [number] = await numbers()
    const path = `/kansli/avgifter/fakturor/${number}`
    const credit = (fields: Record<string, string>) => post(app, `${path}/kreditera`, fields, secretariat)
    expect((await credit({ belopp: '0', skal: 'Fel belopp', krediterat: '0' })).status).toBe(422)
    expect((await credit({ belopp: '1000', skal: '', krediterat: '0' })).status).toBe(422)
    const part = await credit({ belopp: '1 000,50', skal: 'Fel antal månader', krediterat: '0' })
    expect(part.status).toBe(303)
    const late = await credit({ belopp: '1000', skal: 'Fel antal månader', krediterat: '0' })
    expect(late.status).toBe(409)
    const tooMuch = await credit({ belopp: '90000', skal: 'Allt ska bort', krediterat: '100050' })
    expect(await tooMuch.text()).toContain('större än det som går att kreditera')

    const { rows } = await sql<{ left: number }>`
      select total_ore - 100050 as left from invoice where number = ${number}`.execute(database.db)
    const left = String((rows[0]?.left ?? 0) / 100).replace('.', ',')
    expect((await credit({ belopp: left, skal: 'Allt ska bort', krediterat: '100050' })).status).toBe(303)
    expect(await read(path, auditor)).toContain('Krediterad')
    const anew = await post(app, run, { kod: ['1382', '1283', '0010'] }, secretariat)
    expect(anew.status).toBe(303)
    const issued = await numbers()
    expect(issued, 'two credit notes and one new invoice').toHaveLength(10)
    expect(issued).toEqual(issued.map((_, i) => String(20_260_105 + i)))
  })

  test('is seen by those of the member who pay, and by nobody else of it', async () => {
    const recipient = await loggedIn(app, 'fakturamottagare')
    expect(await read('/mina-sidor/fakturor/1382', recipient)).toContain('Fakturor till Falkenberg')
    expect((await get(app, '/mina-sidor/fakturor/1283', recipient)).status).toBe(403)
    const user = await loggedIn(app, 'medlem')
    expect((await get(app, '/mina-sidor/fakturor/1382', user)).status).toBe(403)
    const { rows } = await sql<{ number: string; code: string }>`
      select number, organisation_code as code from invoice where year = 2026 order by organisation_code = '1382'`.execute(
      database.db,
    )
    const [theirs, own] = [rows[0], rows.at(-1)]
    const file = await get(app, `/mina-sidor/fakturor/1382/${own?.number}.pdf`, recipient)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('cache-control')).toContain('no-store')
    expect((await get(app, `/mina-sidor/fakturor/1382/${theirs?.number}.pdf`, recipient)).status).toBe(404)
  })

  test('without a reference is no e-invoice, and says why', async () => {
    const { rows } = await sql<{ number: string }>`
      select number from invoice where organisation_code = '1380' limit 1`.execute(database.db)
    const response = await get(app, `/kansli/avgifter/fakturor/${rows[0]?.number}.xml`, secretariat)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('köparens referens')
  })
})

describe('the association’s own details', () => {
  test('are checked: giro, organisation number, accounts', async () => {
    const response = await post(
      app,
      '/kansli/avgifter/installningar',
      {
        namn: 'F',
        orgnr: '802456-1234',
        girotyp: 'bankgiro',
        giro: '123-4567',
        fordran: '1510',
        bank: '1510',
      },
      secretariat,
    )
    expect(response.status).toBe(422)
    const page = await response.text()
    for (const field of ['adress', 'postnr', 'ort', 'epost']) expect(page).toContain(`href="#${field}"`)
    expect(await read('/kansli/avgifter/installningar', auditor)).toContain('Kansliet ändrar uppgifterna')
  })
})

test('a member that joins after the year’s invoices were issued is not forgotten, and pays for its months', async () => {
  expect(await read('/kansli', secretariat)).not.toContain('sin faktura för 2026')
  await database.db
    .insertInto('membership')
    .values({ organisation_code: '1482', since: '2026-10-15', made_up: true })
    .execute()
  expect(await read('/kansli', secretariat)).toContain('En medlem har inte fått sin faktura för 2026')
  const path = '/kansli/avgifter/avisering/2026'
  expect(await read(path, secretariat)).toMatch(/Kungälv .{10,60} ny 3 månader/)
  await post(app, path, { kod: '1482' }, secretariat)
  expect(await read('/kansli', secretariat)).not.toContain('sin faktura för 2026')
  const { rows } = await sql<{ ore: number; full: number }>`
    select i.total_ore as ore, 400000 + 30 * p.inhabitants as full from invoice i
    join population p on p.organisation_code = i.organisation_code and p.year = 2024
    where i.organisation_code = '1482'`.execute(database.db)
  expect(rows[0]?.ore).toBe(Math.round(((rows[0]?.full ?? 0) * 3) / 12))
})
