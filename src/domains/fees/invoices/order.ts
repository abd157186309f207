import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { addDays } from '#platform/days.ts'
import { localeOf } from '#platform/i18n.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { ocrOf } from '../references.ts'
import { findSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import { buyerOf, sellerOf } from './compose.ts'
import { type InvoiceDocument, type InvoiceLine, totalsOf, type Vat } from './document.ts'
import { findInvoiceById } from './invoice-queries.ts'
import { customerDigits, deliveryJob, invoiceNumber } from './issue.ts'
import { findBilling } from './order-queries.ts'
import { insertInvoices, takeNumbers } from './run-queries.ts'

/** Days from the issue of an order's invoice until it is due. */
const dueDays = 30

/** Something an organisation has ordered, to be invoiced once. Prices are in öre and without VAT. */
export interface Order {
  organisationCode: string
  /** The buyer's own reference; empty: the one of its profile. */
  reference: string
  lines: Omit<InvoiceLine, 'vat'>[]
  note: string
  /** `YYYY-MM-DD` */
  issuedOn: string
  madeBy: number | null
}

/** What a seller with a VAT number adds to what it sells, in per cent; 0 for one without. */
export async function vatOnOrders(db: Kysely<Database>): Promise<0 | 25> {
  return (await findSettings(db))?.vatNumber ? 25 : 0
}

/**
 * Issues the invoice of an order within the transaction that marks it as invoiced, in the same series as all others,
 * and gives its id; delivery follows in its job. Undefined while the association has not said who it is and where it
 * is paid.
 */
export async function issueOrder(trx: Transaction<Database>, order: Order): Promise<number | undefined> {
  const { organisationCode, issuedOn } = order
  const [settings, buyer] = await Promise.all([
    findSettings(trx),
    findBilling(trx, organisationCode, issuedOn),
  ])
  if (!settings || !buyer) return undefined
  const vat: Vat = settings.vatNumber ? { category: 'S', percent: 25 } : { category: 'O' }
  const { series, sequence, number, ocr } = await nextNumber(trx, organisationCode, issuedOn)
  const document: InvoiceDocument = {
    kind: 'invoice',
    number,
    issuedOn,
    dueOn: addDays(issuedOn, dueDays),
    ocr,
    seller: sellerOf(settings),
    buyer: buyerOf(buyer.name, buyer),
    buyerReference: order.reference || buyer.reference,
    period: null,
    lines: order.lines.map((line) => ({ ...line, vat })),
    credits: null,
    note: order.note,
  }
  return write(trx, document, { organisationCode, series, sequence, creditsId: null, madeBy: order.madeBy })
}

/** Credits a part of an order's invoice: so many of a line. Runs within the transaction that lets them go. */
export async function creditOrder(
  trx: Transaction<Database>,
  credit: {
    invoiceId: number
    line: { quantity: number; unitPriceOre: number }
    reason: string
    issuedOn: string
    madeBy: number | null
  },
): Promise<void> {
  const invoice = await findInvoiceById(trx, credit.invoiceId)
  if (!invoice) throw new Error('There is no such invoice to credit.')
  const { document, organisation_code: organisationCode } = invoice
  const { series, sequence, number, ocr } = await nextNumber(trx, organisationCode, credit.issuedOn)
  const name = textsOf(localeOf('sv')).document.credit(document.number)
  await write(
    trx,
    {
      ...document,
      kind: 'credit-note',
      number,
      ocr,
      issuedOn: credit.issuedOn,
      dueOn: credit.issuedOn,
      lines: [
        {
          name,
          description: credit.reason,
          vat: document.lines[0]?.vat ?? { category: 'O' },
          ...credit.line,
        },
      ],
      credits: { number: document.number, issuedOn: document.issuedOn },
      note: credit.reason,
    },
    { organisationCode, series, sequence, creditsId: invoice.id, madeBy: credit.madeBy },
  )
}

async function nextNumber(trx: Transaction<Database>, organisationCode: string, issuedOn: string) {
  const series = Number(issuedOn.slice(0, 4))
  const sequence = await takeNumbers(trx, series, 1)
  const number = invoiceNumber(series, sequence)
  return { series, sequence, number, ocr: ocrOf(customerDigits(organisationCode), number) }
}

async function write(
  trx: Transaction<Database>,
  document: InvoiceDocument,
  row: {
    organisationCode: string
    series: number
    sequence: number
    creditsId: number | null
    madeBy: number | null
  },
): Promise<number> {
  const [id] = await insertInvoices(trx, [
    {
      year: row.series,
      sequence: row.sequence,
      organisationCode: row.organisationCode,
      runId: null,
      creditsId: row.creditsId,
      feeYear: null,
      purpose: 'other',
      totalOre: totalsOf(document.lines).totalOre,
      document,
      madeBy: row.madeBy,
    },
  ])
  if (id === undefined) throw new Error('An invoice was not written.')
  await wakeJob(trx, deliveryJob)
  return id
}
