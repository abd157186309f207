import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { camtSample, type SampleEntry } from '../../../../tests/support/payment-files.ts'
import { readSie } from '../../../../tests/support/sie.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
/** Open invoices of 2026 that a test may pay, by the order of their numbers. */
let open: { number: string; ocr: string; ore: number; name: string }[]
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
  const run = { kod: ['1382', '1283', '1490', '0980', '2380', '2518'] }
  await post(app, '/kansli/avgifter/avisering/2027', run, secretariat)
  const { rows } = await sql<(typeof open)[number]>`
    select number, ocr, total_ore as ore, document -> 'buyer' ->> 'name' as name from invoice
    where issued_on > '2026-11-01' order by sequence`.execute(database.db)
  open = rows
})
afterAll(() => database.drop())

const list = '/kansli/avgifter/inbetalningar'
const kronor = (ore: number) => (ore / 100).toFixed(2)
const invoice = (i: number) => {
  const found = open[i]
  if (!found) throw new Error(`There are only ${open.length} invoices`)
  return found
}
let serial = 0
const paid = (ore: number, reference: string, payer = 'X'): SampleEntry => {
  serial += 1
  const amount = kronor(ore)
  return { amount, transfers: [{ amount, reference, payer, bankReference: `BANK-${serial}` }] }
}

async function upload(content: string, name = 'bank.xml') {
  const form = new FormData()
  form.set('fil', new File([content], name, { type: 'text/xml' }))
  return post(app, list, form, secretariat)
}
const camt = (...entries: SampleEntry[]) => camtSample({ reports: [entries] })

async function balance(number: string) {
  const { rows } = await sql<{ open: number }>`
    select b.open_ore as open from invoice_balance b join invoice i on i.id = b.invoice_id
    where i.number = ${number}`.execute(database.db)
  return rows[0]?.open
}
const payments = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from payment`.execute(database.db)).rows[0]?.n)
const newest = async () =>
  Number((await sql<{ id: number }>`select max(id) as id from payment`.execute(database.db)).rows[0]?.id)

describe('a bank’s file', () => {
  test('places what has a right OCR number, once, however often it comes', async () => {
    const file = camt(paid(invoice(0).ore, invoice(0).ocr))
    const before = await payments()
    const first = await upload(file)
    expect(first.headers.get('location')).toBe(`${list}?inlast=1-1-0-0`)
    expect(await balance(invoice(0).number)).toBe(0)
    const again = await upload(file, 'samma.xml')
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Filen är redan inläst: bank.xml')
    const another = await upload(file.replace('SEB-20260302-1', 'SEB-20260303-1'))
    expect(another.headers.get('location')).toBe(`${list}?inlast=0-0-0-1`)
    expect(await payments()).toBe(before + 1)
    expect(await balance(invoice(0).number)).toBe(0)
  })

  test('read by two at the same moment adds its payments once', async () => {
    const file = camt(paid(100, invoice(1).ocr))
    const before = await payments()
    const answers = await Promise.all([upload(file), upload(file), upload(file)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    expect(await payments()).toBe(before + 1)
  })

  const bomb = `<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "${'&b;'.repeat(99)}">]>`
  test.for([
    ['an XML bomb', (file: string) => file.replace('?>', `?>${bomb}`), 'dokumenttyp eller entitet'],
    ['another currency', (file: string) => file.replaceAll('"SEK"', '"EUR"'), 'en annan valuta'],
    ['an amount that is none', (file: string) => file.replaceAll('12.00', '12.0.0'), 'Inget är inläst'],
    ['its end cut off', (file: string) => file.slice(0, -200), 'Inget är inläst'],
    ['words only', () => 'hej', 'varken camt.053'],
  ] as const)('with %s is refused with the reason, and nothing is read', async ([, spoil, reason]) => {
    const before = await payments()
    const response = await upload(spoil(camt(paid(1200, invoice(1).ocr))))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain(reason)
    expect(await payments()).toBe(before)
  })
})

describe('a payment', () => {
  test('of a part leaves the rest to pay, and one of too much leaves the rest to place', async () => {
    const { ocr, ore, number } = invoice(2)
    await upload(camt(paid(100_000, ocr)))
    expect(await balance(number)).toBe(ore - 100_000)
    const sent = await upload(camt(paid(ore, ocr)))
    expect(sent.headers.get('location')).toContain('inlast=1-0-1-0')
    expect(await balance(number), 'never less than nothing').toBe(0)
    const page = await (await get(app, `${list}/${await newest()}`, secretariat)).text()
    expect(page.replace(/\s/g, ' ')).toContain('1 000,00 kr')
    expect(page).toContain('Fakturan som OCR-numret hör till är redan betald')
  })

  test('with a wrong OCR number waits for somebody’s yes, with the invoice that fits suggested', async () => {
    const { ocr, ore, number, name } = invoice(3)
    const wrong = `${ocr.slice(0, -1)}${(Number(ocr.at(-1)) + 1) % 10}`
    await upload(camt(paid(ore, wrong, `${name} kommun`)))
    expect(await balance(number)).toBe(ore)
    const path = `${list}/${await newest()}`
    const page = await (await get(app, path, secretariat)).text()
    expect(page).toContain(`OCR-numret ${wrong} har fel kontrollsiffra`)
    expect(page).toContain(`på faktura ${number}, ${name}`)
    const place = (fields: Record<string, string>) => post(app, path, fields, secretariat)
    expect((await place({ faktura: '20269999', belopp: '1' })).status).toBe(422)
    expect((await place({ faktura: number, belopp: '999999' })).status).toBe(422)
    expect((await place({ faktura: number, belopp: '-5' })).status).toBe(422)
    const yes = { faktura: number, belopp: kronor(ore) }
    const both = await Promise.all([place(yes), place(yes)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await balance(number)).toBe(0)
  })

  test('placed by mistake is taken back with the reason, and waits again', async () => {
    const { ocr, ore, number } = invoice(4)
    await upload(camt(paid(ore, ocr)))
    const path = `${list}/${await newest()}`
    const bare = await post(app, `${path}/tillbaka`, { faktura: number, skal: '' }, secretariat)
    expect(bare.status).toBe(422)
    await post(app, `${path}/tillbaka`, { faktura: number, skal: 'Fel medlem' }, secretariat)
    expect(await balance(number)).toBe(ore)
    expect(await (await get(app, path, secretariat)).text()).toContain('Fel medlem')
    const settled = { anteckning: 'Betalt tillbaka med bankgiro', kvar: String(ore) }
    expect((await post(app, `${path}/klar`, settled, secretariat)).status).toBe(303)
    expect((await post(app, `${path}/klar`, settled, secretariat)).status).toBe(409)
  })

  test('is read by the auditor, who places nothing', async () => {
    const auditor = await loggedIn(app, 'revisor')
    const path = `${list}/${await newest()}`
    expect(await (await get(app, path, auditor)).text()).not.toContain('<form class="form"')
    expect((await post(app, path, { faktura: '20260105', belopp: '1' }, auditor)).status).toBe(403)
  })
})

describe('the books', () => {
  test('balance voucher by voucher, and agree with the invoices and payments', async () => {
    const response = await get(
      app,
      '/kansli/avgifter/bokforing.se?fran=2026-01-01&till=2026-12-31',
      secretariat,
    )
    const { vouchers, accounts } = readSie(new Uint8Array(await response.arrayBuffer()))
    expect(accounts.map(({ number }) => number)).toEqual(['1510', '1930', '2890', '3890', '3010', '2610'])
    for (const { rows } of vouchers) expect(rows.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(0)
    const sum = (account: string) =>
      vouchers
        .flatMap(({ rows }) => rows)
        .reduce((total, row) => total + (row.account === account ? row.amountOre : 0), 0)
    const { rows } = await sql<{ claims: number; unplaced: number; income: number }>`
      select (select sum(b.open_ore) from invoice_balance b join invoice i on i.id = b.invoice_id where i.year = 2026)::bigint as claims,
        (select sum(p.amount_ore) - coalesce((select sum(a.amount_ore) from allocation a join payment q on q.id = a.payment_id
          where q.booked_on >= '2026-01-01'), 0) from payment p where p.booked_on >= '2026-01-01')::bigint as unplaced,
        (select sum(case when kind = 'invoice' then total_ore else -total_ore end) from invoice where year = 2026)::bigint as income`.execute(
      database.db,
    )
    expect({ claims: sum('1510'), unplaced: -sum('2890'), income: -sum('3890') }).toEqual(rows[0])
  })

  test.for(['fran=2026-02-01&till=2026-01-01', 'fran=2025-12-01&till=2026-01-31', 'fran=x&till=y'])(
    'are not written for a period that is none: %s',
    async (period) => {
      expect((await get(app, `/kansli/avgifter/bokforing?${period}`, secretariat)).status).toBe(422)
      expect((await get(app, `/kansli/avgifter/bokforing.se?${period}`, secretariat)).status).toBe(400)
    },
  )
})
