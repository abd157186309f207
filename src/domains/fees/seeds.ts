import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { luhnDigit } from '#platform/luhn.ts'
import { writeRun } from './invoices/issue.ts'
import type { IncomingPayment } from './payments/payment.ts'
import {
  insertAllocation,
  insertPayment,
  insertPaymentFile,
  listForMatching,
} from './payments/payment-queries.ts'
import { saveSchedule } from './schedule-queries.ts'
import { saveSettings } from './settings-queries.ts'

/** The fee of three years; the numbers are the association's own, the decisions behind them are made up. */
const schedules = [
  { year: 2025, decidedOn: '2024-04-25', decision: 'Årsmötet 2024 § 11' },
  { year: 2026, decidedOn: '2025-04-24', decision: 'Årsmötet 2025 § 12' },
  { year: 2027, decidedOn: '2026-04-28', decision: 'Årsmötet 2026 § 12' },
]

/** Where members get invoices, three years of fees, two years of invoices and their payments. All made up. */
export async function demonstrateFees(trx: Transaction<Database>): Promise<void> {
  const codes = await demonstrateReceivers(trx)
  for (const schedule of schedules) {
    await saveSchedule(trx, {
      ...schedule,
      fixedOre: 400_000,
      municipalityRateOre: 30,
      regionRateOre: 30,
      capInhabitants: 150_000,
      populationYear: schedule.year - 2,
      joining: 'by-month',
      leaving: 'whole-year',
      observerPercent: 100,
      dueDays: 30,
      madeUp: true,
    })
  }
  await saveSettings(trx, {
    name: 'Sveriges Ekokommuner',
    organisationNumber: madeUpNumber('0000'),
    vatNumber: '',
    approvedForFTax: true,
    address: 'Påhittade gatan 1',
    postalCode: '123 45',
    city: 'Exempelstad',
    email: 'ekonomi@ekokommuner.example',
    phone: '',
    web: 'https://www.ekokommuner.example',
    giroKind: 'bankgiro',
    giroNumber: `999100${luhnDigit('999100')}`,
    interestPercent: null,
    claimsAccount: '1510',
    bankAccount: '1930',
    unplacedAccount: '2890',
    feeAccount: '3890',
    salesAccount: '3010',
    vatAccount: '2610',
    madeUp: true,
  })
  for (const year of [2025, 2026]) {
    await writeRun(trx, null, { year, codes, issuedOn: `${year}-01-15` })
    await sql`
      update invoice_delivery d set sent_at = i.issued_on + time '09:00' from invoice i
      where i.id = d.invoice_id and i.fee_year = ${year}`.execute(trx)
    await demonstratePayments(trx, year)
  }
}

/** An organisation number that nobody has: from 9999, with a right check digit. */
function madeUpNumber(code: string): string {
  const digits = `99991${code}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}${luhnDigit(digits)}`
}

/** Organisation numbers, addresses and references of all members; here and there one is missing, as in life. */
async function demonstrateReceivers(trx: Transaction<Database>): Promise<string[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select o.code, o.name from organisation o
    where exists (select from membership m where m.organisation_code = o.code and m.until is null)
    order by o.code`.execute(trx)
  for (const [i, { code, name }] of rows.entries()) {
    const number = madeUpNumber(code)
    await trx
      .insertInto('organisation_profile')
      .values({
        organisation_code: code,
        organisation_number: number,
        address: `Box ${100 + i}`,
        postal_code: '123 45',
        city: name.replace(/^Region /, '').replace(/s? kommun$/, ''),
        einvoice_address: i % 17 === 5 ? '' : `0007:${number.replace('-', '')}`,
        invoice_email: `faktura@${code}.example`,
        invoice_reference: i % 23 === 7 ? '' : String(90_000 + i * 7),
        made_up: true,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return rows.map(({ code }) => code)
}

/** Most pay in time. In 2026 three have not, one paid a part, one too much, and one wrote a wrong reference. */
async function demonstratePayments(trx: Transaction<Database>, year: number): Promise<void> {
  const invoices = (await listForMatching(trx)).filter(({ number }) => number.startsWith(String(year)))
  const current = year === 2026
  const payments = invoices.flatMap(
    (invoice, i): (IncomingPayment & { invoiceId: number | null; placedOre: number })[] => {
      if (current && i % 40 === 11) return []
      const wrong = current && i === 20
      const amountOre =
        current && i === 3 ? 500_000 : current && i === 30 ? invoice.openOre + 100_000 : invoice.openOre
      return [
        {
          identity: `demonstration-${invoice.number}`,
          bookedOn: `${year}-02-${String(2 + (i % 13)).padStart(2, '0')}`,
          amountOre,
          currency: 'SEK',
          reference: wrong
            ? `${invoice.ocr.slice(0, -1)}${(Number(invoice.ocr.at(-1)) + 1) % 10}`
            : invoice.ocr,
          payerName: invoice.buyerName.toUpperCase(),
          payerOrganisationNumber: wrong ? null : invoice.buyerOrganisationNumber,
          payerAccount: '',
          invoiceId: wrong ? null : invoice.id,
          placedOre: Math.min(amountOre, invoice.openOre),
        },
      ]
    },
  )
  const fileId = await insertPaymentFile(trx, {
    hash: `demonstration-${year}`,
    name: `pahittade-inbetalningar-${year}.xml`,
    readBy: null,
    known: 0,
    read: {
      format: 'camt.053',
      messageId: `demonstration-${year}`,
      account: '',
      createdOn: `${year}-02-16`,
      payments,
      skipped: 0,
    },
  })
  for (const { invoiceId, placedOre, ...payment } of payments) {
    const paymentId = await insertPayment(trx, fileId ?? 0, payment)
    if (invoiceId === null) continue
    await insertAllocation(trx, {
      paymentId,
      invoiceId,
      amountOre: placedOre,
      placedOn: payment.bookedOn,
      placedBy: null,
      certain: true,
      note: '',
    })
  }
}
