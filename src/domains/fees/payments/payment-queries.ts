import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { OpenInvoice } from './match.ts'
import type { IncomingPayment, PaymentFile } from './payment.ts'

/** A payment with what of it is placed. Money in öre. */
export interface PaymentRow {
  id: number
  bookedOn: string
  amountOre: number
  placedOre: number
  reference: string
  payerName: string
  payerOrganisationNumber: string | null
  payerAccount: string
  identity: string
  fileId: number
  fileName: string
}

const paymentRow = sql`
  select p.id, p.booked_on as "bookedOn", p.amount_ore as "amountOre", p.reference, p.payer_name as "payerName",
    p.payer_organisation_number as "payerOrganisationNumber", p.payer_account as "payerAccount", p.identity,
    p.file_id as "fileId", f.name as "fileName",
    coalesce((select sum(a.amount_ore) from allocation a where a.payment_id = p.id), 0)::bigint as "placedOre"
  from payment p join payment_file f on f.id = p.file_id`

/** Payments, the newest first: all of them, or those of which something is not placed yet. */
export async function listPayments(db: Kysely<Database>, which: 'unplaced' | 'all'): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select * from (${paymentRow}) q
    where ${which === 'all' ? sql`true` : sql`q."placedOre" <> q."amountOre"`}
    order by q."bookedOn" desc, q.id desc limit 500`.execute(db)
  return rows
}

export async function findPayment(db: Kysely<Database>, id: number): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`select * from (${paymentRow}) q where q.id = ${id}`.execute(db)
  return rows[0]
}

/** Holds a payment until the transaction ends, so that two who place it go one after the other. */
export async function lockPayment(trx: Transaction<Database>, id: number): Promise<PaymentRow | undefined> {
  await sql`select hold_payment(${id})`.execute(trx)
  return findPayment(trx, id)
}

export interface Allocation {
  id: number
  amountOre: number
  placedOn: string
  placedBy: string
  certain: boolean
  note: string
  invoiceNumber: string | null
  organisationName: string | null
}

/** Where a payment went, in the order in which it was placed. */
export async function listAllocations(db: Kysely<Database>, paymentId: number): Promise<Allocation[]> {
  const { rows } = await sql<Allocation>`
    select a.id, a.amount_ore as "amountOre", a.placed_on as "placedOn", coalesce(w.name, '') as "placedBy", a.certain,
      a.note, i.number as "invoiceNumber", o.name as "organisationName"
    from allocation a
    left join person w on w.id = a.placed_by
    left join invoice i on i.id = a.invoice_id
    left join organisation o on o.code = i.organisation_code
    where a.payment_id = ${paymentId} order by a.id`.execute(db)
  return rows
}

export async function insertAllocation(
  trx: Transaction<Database>,
  allocation: {
    paymentId: number
    invoiceId: number | null
    amountOre: number
    placedOn: string
    placedBy: number | null
    certain: boolean
    note: string
  },
): Promise<void> {
  await trx
    .insertInto('allocation')
    .values({
      payment_id: allocation.paymentId,
      invoice_id: allocation.invoiceId,
      amount_ore: allocation.amountOre,
      placed_on: allocation.placedOn,
      placed_by: allocation.placedBy,
      certain: allocation.certain,
      note: allocation.note,
    })
    .execute()
}

/** Invoices as matching needs them: all that were ever issued, with what is left of each. */
export async function listForMatching(db: Kysely<Database>): Promise<OpenInvoice[]> {
  const { rows } = await sql<OpenInvoice>`
    select i.id, i.number, i.ocr, b.open_ore as "openOre", i.total_ore as "totalOre",
      i.document -> 'buyer' ->> 'name' as "buyerName",
      i.document -> 'buyer' ->> 'organisationNumber' as "buyerOrganisationNumber",
      case when b.open_ore > 0 then 'open' when b.paid_ore > 0 then 'paid' else 'credited' end as state
    from invoice i join invoice_balance b on b.invoice_id = i.id where i.kind = 'invoice' order by i.id`.execute(
    db,
  )
  return rows
}

/** Somebody read a file, and when. */
export interface FileRow {
  id: number
  name: string
  format: string
  payments: number
  known: number
  skipped: number
  totalOre: number
  readAt: Date
  readBy: string
}

/** The files that were read, the newest first. */
export async function listFiles(db: Kysely<Database>, hash: string | null = null): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select f.id, f.name, f.format, f.payments, f.known, f.skipped, f.total_ore as "totalOre", f.read_at as "readAt",
      coalesce(p.name, '') as "readBy"
    from payment_file f left join person p on p.id = f.read_by
    where ${hash}::text is null or f.hash = ${hash}
    order by f.id desc limit 30`.execute(db)
  return rows
}

/** Keeps payments of a file. Undefined when the very same file was read before; then nothing is kept. */
export async function insertPaymentFile(
  trx: Transaction<Database>,
  file: { hash: string; name: string; readBy: number | null; read: PaymentFile; known: number },
): Promise<number | undefined> {
  const row = await trx
    .insertInto('payment_file')
    .values({
      hash: file.hash,
      name: file.name,
      format: file.read.format,
      message_id: file.read.messageId,
      payments: file.read.payments.length,
      known: file.known,
      skipped: file.read.skipped,
      total_ore: file.read.payments.reduce((sum, { amountOre }) => sum + amountOre, 0),
      read_by: file.readBy,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Which of these identities are known from earlier files. */
export async function knownIdentities(
  trx: Transaction<Database>,
  identities: string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ identity: string }>`
    select identity from payment where identity = any(${identities})`.execute(trx)
  return new Set(rows.map(({ identity }) => identity))
}

export async function insertPayment(
  trx: Transaction<Database>,
  fileId: number,
  payment: IncomingPayment,
): Promise<number> {
  const { id } = await trx
    .insertInto('payment')
    .values({
      file_id: fileId,
      identity: payment.identity,
      booked_on: payment.bookedOn,
      amount_ore: payment.amountOre,
      reference: payment.reference,
      payer_name: payment.payerName,
      payer_organisation_number: payment.payerOrganisationNumber,
      payer_account: payment.payerAccount,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One reader of payment files at a time. */
export async function readAlone(trx: Transaction<Database>): Promise<void> {
  await sql`lock table payment_file in share row exclusive mode`.execute(trx)
}

/** What of a payment stands on an invoice, in öre. */
export async function placedOn(
  trx: Transaction<Database>,
  paymentId: number,
  invoiceId: number,
): Promise<number> {
  const { rows } = await sql<{ ore: number }>`
    select coalesce(sum(amount_ore), 0)::bigint as ore from allocation
    where payment_id = ${paymentId} and invoice_id = ${invoiceId}`.execute(trx)
  return rows[0]?.ore ?? 0
}
