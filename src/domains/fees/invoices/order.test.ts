import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { localeOf } from '../../../platform/i18n.ts'
import { listBookedEvents } from '../bookkeeping/book-queries.ts'
import { vouchersOf } from '../bookkeeping/vouchers.ts'
import { findSettings, saveSettings } from '../settings-queries.ts'
import { findBalance } from './invoice-queries.ts'
import { creditOrder, issueOrder, type Order, vatOnOrders } from './order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const order: Order = {
  organisationCode: '1382',
  reference: 'KS-12',
  lines: [{ name: 'Kurs', description: 'Deltagare: tre.', quantity: 3, unitPriceOre: 100_000 }],
  note: 'Deltagaravgift.',
  issuedOn: '2026-12-01',
  madeBy: null,
}
const credit = (invoiceId: number) => ({
  invoiceId,
  line: { quantity: 1, unitPriceOre: 100_000 },
  reason: 'Avbokad.',
  issuedOn: '2026-12-02',
  madeBy: null,
})

const issue = (otherwise: Partial<Order> = {}) =>
  database.db.transaction().execute((trx) => issueOrder(trx, { ...order, ...otherwise }))

/** What was booked on days, by account. */
async function booked(from: string, to: string): Promise<Record<string, number>> {
  const settings = await findSettings(database.db)
  if (!settings) throw new Error('There are no settings.')
  const vouchers = vouchersOf(localeOf('sv'), await listBookedEvents(database.db, { from, to }), settings)
  const sums: Record<string, number> = {}
  for (const { account, amountOre } of vouchers.flatMap(({ rows }) => rows))
    sums[account] = (sums[account] ?? 0) + amountOre
  return sums
}

test('an order is invoiced in the series of all invoices, delivered, and booked as sold', async () => {
  const id = (await issue()) ?? 0
  const invoice = await database.db
    .selectFrom('invoice')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(invoice).toMatchObject({
    purpose: 'other',
    total_ore: 300_000,
    due_on: '2026-12-31',
    fee_year: null,
  })
  expect(invoice.document.buyer.name).toBe('Falkenberg')
  expect(invoice.document.buyerReference).toBe('KS-12')
  const series = await database.db
    .selectFrom('invoice_series')
    .where('year', '=', 2026)
    .select('last')
    .executeTakeFirstOrThrow()
  expect(invoice.sequence).toBe(series.last)
  const deliveries = await database.db
    .selectFrom('invoice_delivery')
    .where('invoice_id', '=', id)
    .select('way')
    .execute()
  expect(deliveries.length).toBeGreaterThan(0)
  await database.db.transaction().execute((trx) => creditOrder(trx, credit(id)))
  expect(await findBalance(database.db, id)).toMatchObject({ creditedOre: 100_000, openOre: 200_000 })
  expect(await booked('2026-12-01', '2026-12-02')).toEqual({ '1510': 200_000, '3010': -200_000 })
})

test('a seller with a VAT number adds VAT, and gives it back with what is credited', async () => {
  const settings = await findSettings(database.db)
  if (!settings) throw new Error('There are no settings.')
  const vatNumber = `SE${settings.organisationNumber.replace('-', '')}01`
  await database.db.transaction().execute((trx) => saveSettings(trx, { ...settings, vatNumber }))
  expect(await vatOnOrders(database.db)).toBe(25)
  const id = (await issue({ issuedOn: '2026-12-03' })) ?? 0
  expect(await findBalance(database.db, id)).toMatchObject({ openOre: 375_000 })
  await database.db
    .transaction()
    .execute((trx) => creditOrder(trx, { ...credit(id), issuedOn: '2026-12-04' }))
  expect(await findBalance(database.db, id)).toMatchObject({ creditedOre: 125_000, openOre: 250_000 })
  expect(await booked('2026-12-03', '2026-12-04')).toEqual({
    '1510': 250_000,
    '3010': -200_000,
    '2610': -50_000,
  })
})

test('nothing is invoiced while the association has not said who it is', async () => {
  await database.db.deleteFrom('finance_settings').execute()
  expect(await issue()).toBeUndefined()
})
