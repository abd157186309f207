import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from 'd3-array'
import { type Kysely, sql } from 'kysely'
import { createApp } from '../src/app/app.tsx'
import type { Database } from '../src/database/tables.ts'
import { deliverInvoices } from '../src/domains/fees/invoices/deliver.ts'
import { invoicePdf } from '../src/domains/fees/invoices/invoice-pdf.ts'
import { issueRun } from '../src/domains/fees/invoices/issue.ts'
import { ublOf } from '../src/domains/fees/invoices/ubl.ts'
import { simulate } from '../src/domains/fees/rules/simulation.ts'
import { readConfig } from '../src/platform/config.ts'
import { luhnDigit } from '../src/platform/luhn.ts'
import { get, loggedIn } from '../tests/support/login.ts'
import { withAssociation } from './fresh-association.ts'

const today = '2026-11-23'
const terms = { fixedOre: 450_000, municipalityRateOre: 32, regionRateOre: 20, capInhabitants: 200_000 }

await withAssociation(async ({ db, folder }) => {
  const codes = await makeEveryoneMembers(db)
  const outbox = join(folder, 'peppol')
  console.log(`${codes.length} organisations`)

  const issuing = await time(() => issueRun(db, null, { year: 2027, codes, issuedOn: today }))
  const delivering = await time(() => deliverInvoices(db, outbox))
  const { rows: documents } = await sql<{ document: Parameters<typeof invoicePdf>[0] }>`
    select document from invoice where fee_year = 2027 order by sequence`.execute(db)
  const mails = await sql<{ n: number }>`select count(*)::int as n from mail where kind = 'invoice'`.execute(
    db,
  )
  const bare = await time(async () => {
    for (const { document } of documents) {
      await invoicePdf(document, 'sv')
      ublOf(document)
    }
  })
  console.log(`issued ${documents.length} invoices                  ${seconds(issuing)}`)
  console.log(
    `delivered ${mails.rows[0]?.n} mails with PDF, ${(await readdir(outbox)).length} e-invoices  ${seconds(delivering)}`,
  )
  console.log(`baseline: the PDFs and XML alone     ${seconds(bare)}`)
  console.log(`whole run / baseline                 ${((issuing + delivering) / bare).toFixed(2)}`)

  const { rows: payers } = await sql<Parameters<typeof simulate>[0][number]>`
    select o.code, o.name, o.kind, p.inhabitants from organisation o join population p on p.organisation_code = o.code
    where p.year = 2024 and o.kind in ('municipality', 'region')`.execute(db)
  const now = { fixedOre: 400_000, municipalityRateOre: 30, regionRateOre: 30, capInhabitants: 150_000 }
  const rule = await several(() => Promise.resolve(simulate(payers, now, terms)))
  const app = createApp({
    db,
    config: readConfig({ DATA_DIR: folder, BASE_URL: 'https://eko.example' }),
    assets: { script: '', styles: '', font: '', folder: '' },
    secret: 'a secret of the bench, long enough',
    dataVersion: () => '1',
    now: () => new Date(`${today}T12:00:00Z`),
  })
  const cookie = await loggedIn(app, 'kansli')
  const address = '/kansli/avgifter/simulera?fast=4500&rorlig=0,32&region=0,20&tak=200000'
  const page = await several(async () => {
    const response = await get(app, address, cookie)
    if (response.status !== 200) throw new Error(`The simulator answered ${response.status}`)
    await response.text()
  })
  console.log(`simulation of ${payers.length}, the rule alone     median ${median(rule)?.toFixed(2)} ms`)
  console.log(
    `simulation, the whole page         median ${median(page)?.toFixed(1)} ms, slowest ${Math.max(...page).toFixed(1)} ms`,
  )
})

/** Every municipality and region of Sweden as a member that can get an e-invoice. */
async function makeEveryoneMembers(db: Kysely<Database>): Promise<string[]> {
  await sql`
    insert into membership (organisation_code, since, made_up)
    select code, '2020-01-01', true from organisation o where kind in ('municipality', 'region')
      and not exists (select from membership m where m.organisation_code = o.code)`.execute(db)
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from organisation where kind in ('municipality', 'region') order by code`.execute(db)
  for (const { code, name } of rows) {
    const number = `99992${code}${luhnDigit(`99992${code}`)}`
    const profile = {
      organisation_number: `${number.slice(0, 6)}-${number.slice(6)}`,
      address: 'Box 1',
      postal_code: '123 45',
      city: name,
      einvoice_address: `0007:${number}`,
      invoice_email: `faktura@${code}.example`,
      invoice_reference: code,
    }
    await db
      .insertInto('organisation_profile')
      .values({ organisation_code: code, ...profile })
      .onConflict((conflict) => conflict.column('organisation_code').doUpdateSet(profile))
      .execute()
  }
  return rows.map(({ code }) => code)
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

async function several(run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < 30; i += 1) times.push(await time(run))
  return times
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
