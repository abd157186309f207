import type { Kysely, Transaction } from 'kysely'
import { type ActingPerson, act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { addDays } from '#platform/days.ts'
import { localeOf } from '#platform/i18n.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { ocrOf } from '../references.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import { type PlannedInvoice, planRun } from '../rules/plan.ts'
import { findSchedule } from '../schedule-queries.ts'
import { findSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import { buyerOf, creditOf, feeLine, sellerOf } from './compose.ts'
import type { InvoiceDocument } from './document.ts'
import { findBalance, lockInvoice } from './invoice-queries.ts'
import { insertInvoices, insertRun, listBillables, lockSchedule, takeNumbers } from './run-queries.ts'

/** The job that makes the files of issued invoices and delivers them. */
export const deliveryJob = 'deliver-invoices'

/** What a run of a year's fee would invoice. */
export async function planOf(
  db: Kysely<Database>,
  schedule: FeeSchedule,
  today: string,
): Promise<PlannedInvoice[]> {
  return planRun(schedule, await listBillables(db, schedule.year, schedule.populationYear, today))
}

/** The number of an invoice: the year and a four-digit place in its series. */
export function invoiceNumber(year: number, sequence: number): string {
  return `${year}${String(sequence).padStart(4, '0')}`
}

export type IssueResult =
  | { done: true; count: number }
  | { done: false; reason: 'no-schedule' | 'no-settings' | 'nothing' }

export interface RunOrder {
  year: number
  /** The members that are to get theirs. */
  codes: string[]
  issuedOn: string
}

/**
 * Issues the invoices of a year's fee to the members named by code, those left out that have theirs already. All
 * of it is one transaction: either every invoice exists with its number, or none does and no number is lost.
 * Files and deliveries follow in a job.
 */
export function issueRun(db: Kysely<Database>, actor: ActingPerson, order: RunOrder): Promise<IssueResult> {
  return act(db, actor, 'issue invoices', async (trx) => {
    const result = await writeRun(trx, actor?.personId ?? null, order)
    if (result.done) await wakeJob(trx, deliveryJob)
    return result
  })
}

/** The same within a transaction, and without asking for the delivery. */
export async function writeRun(
  trx: Transaction<Database>,
  madeBy: number | null,
  order: RunOrder,
): Promise<IssueResult> {
  const { year, issuedOn } = order
  await lockSchedule(trx, year)
  const [schedule, settings] = await Promise.all([findSchedule(trx, year), findSettings(trx)])
  if (!schedule) return { done: false, reason: 'no-schedule' }
  if (!settings) return { done: false, reason: 'no-settings' }
  const planned = (await planOf(trx, schedule, issuedOn)).filter(
    ({ code, issuedNumber }) => issuedNumber === null && order.codes.includes(code),
  )
  if (planned.length === 0) return { done: false, reason: 'nothing' }

  const dueOn = addDays(issuedOn, schedule.dueDays)
  const runId = await insertRun(trx, { year, issuedOn, dueOn, madeBy })
  const series = Number(issuedOn.slice(0, 4))
  const first = await takeNumbers(trx, series, planned.length)
  const l = localeOf('sv')
  const seller = sellerOf(settings)
  const note = textsOf(l).document.decided(schedule.decision, l.date(schedule.decidedOn))
  await insertInvoices(
    trx,
    planned.map((one, i) => {
      const number = invoiceNumber(series, first + i)
      const document: InvoiceDocument = {
        kind: 'invoice',
        number,
        issuedOn,
        dueOn,
        ocr: ocrOf(customerDigits(one.code), number),
        seller,
        buyer: buyerOf(one.name, one),
        buyerReference: one.reference,
        period: { from: `${year}-01-01`, to: `${year}-12-31` },
        lines: [feeLine(l, schedule, one)],
        credits: null,
        note,
      }
      return {
        year: series,
        sequence: first + i,
        organisationCode: one.code,
        runId,
        creditsId: null,
        feeYear: year,
        purpose: 'membership-fee' as const,
        totalOre: one.charge.totalOre,
        document,
        madeBy,
      }
    }),
  )
  return { done: true, count: planned.length }
}

export type CreditResult =
  | { done: true; number: string }
  | { done: false; reason: 'gone' | 'changed' | 'too-much' | 'only-whole' }

/** Credits an invoice, wholly or by an amount in öre; never more than is left of it to credit. */
export function creditInvoice(
  db: Kysely<Database>,
  actor: ActingPerson,
  credit: {
    number: string
    amountOre: number
    reason: string
    issuedOn: string
    /** What was credited before, as the page showed it; another credit in between stops this one. */
    seenCreditedOre: number
  },
): Promise<CreditResult> {
  return act(db, actor, 'credit an invoice', async (trx): Promise<CreditResult> => {
    const invoice = await lockInvoice(trx, credit.number)
    if (invoice?.kind !== 'invoice') return { done: false, reason: 'gone' }
    const { creditedOre } = await findBalance(trx, invoice.id)
    if (creditedOre !== credit.seenCreditedOre) return { done: false, reason: 'changed' }
    if (credit.amountOre <= 0 || creditedOre + credit.amountOre > invoice.total_ore)
      return { done: false, reason: 'too-much' }
    const taxed = invoice.document.lines.some(({ vat }) => vat.category === 'S')
    if (taxed && credit.amountOre !== invoice.total_ore) return { done: false, reason: 'only-whole' }
    const series = Number(credit.issuedOn.slice(0, 4))
    const sequence = await takeNumbers(trx, series, 1)
    const number = invoiceNumber(series, sequence)
    await insertInvoices(trx, [
      {
        year: series,
        sequence,
        organisationCode: invoice.organisation_code,
        runId: null,
        creditsId: invoice.id,
        feeYear: invoice.fee_year,
        purpose: invoice.purpose,
        totalOre: credit.amountOre,
        document: creditOf(localeOf('sv'), invoice.document, {
          number,
          ocr: ocrOf(customerDigits(invoice.organisation_code), number),
          issuedOn: credit.issuedOn,
          totalOre: credit.amountOre,
          reason: credit.reason,
        }),
        madeBy: actor?.personId ?? null,
      },
    ])
    await wakeJob(trx, deliveryJob)
    return { done: true, number }
  })
}

/** The digits that tell a payer in a reference: its code, or nines for those without a code of digits. */
export function customerDigits(code: string): string {
  return /^\d{4}$/.test(code) ? code : '9999'
}
