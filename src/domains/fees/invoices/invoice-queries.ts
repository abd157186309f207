import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { FeeTables } from '../tables.ts'
import type { InvoiceDocument } from './document.ts'
import type { InvoiceFilter } from './invoice-filter.ts'

export type InvoiceRow = Selectable<FeeTables['invoice']>

/** An invoice or a credit note in a list. Money in öre. */
export interface InvoiceLineItem {
  id: number
  number: string
  kind: InvoiceDocument['kind']
  organisationCode: string
  organisationName: string
  issuedOn: string
  dueOn: string
  ocr: string
  totalOre: number
  creditedOre: number
  paidOre: number
  /** What is left to pay; 0 for a credit note, negative when too much was paid. */
  openOre: number
  reminders: number
  creditsNumber: string | null
  undelivered: number
}

/** Invoices and credit notes that fit a filter, the newest first. */
export async function listInvoices(
  db: Kysely<Database>,
  filter: InvoiceFilter,
  today: string,
): Promise<InvoiceLineItem[]> {
  const fits = {
    all: sql`true`,
    open: sql`b.open_ore > 0`,
    overdue: sql`b.open_ore > 0 and i.due_on < ${today}`,
    paid: sql`b.open_ore = 0 and b.paid_ore > 0`,
    'too-much': sql`b.open_ore < 0`,
    credits: sql`i.kind = 'credit-note'`,
    undelivered: sql`coalesce(b.open_ore, 1) > 0 and (
      exists (select from invoice_delivery d where d.invoice_id = i.id and d.sent_at is null and d.failure <> '')
      or not exists (select from invoice_delivery d where d.invoice_id = i.id))`,
  }[filter.status]
  const { rows } = await sql<InvoiceLineItem>`
    select i.id, i.number, i.kind, i.organisation_code as "organisationCode", o.name as "organisationName",
      i.issued_on as "issuedOn", i.due_on as "dueOn", i.ocr, i.total_ore as "totalOre",
      coalesce(b.credited_ore, 0) as "creditedOre", coalesce(b.paid_ore, 0) as "paidOre",
      coalesce(b.open_ore, 0) as "openOre", c.number as "creditsNumber",
      (select count(*) from invoice_reminder r where r.invoice_id = i.id) as reminders,
      (select count(*) from invoice_delivery d where d.invoice_id = i.id and d.sent_at is null) as undelivered
    from invoice i
    join organisation o on o.code = i.organisation_code
    left join invoice_balance b on b.invoice_id = i.id
    left join invoice c on c.id = i.credits_id
    where ${fits}
      and (${filter.search} = '' or i.number = ${filter.search} or i.ocr = replace(${filter.search}, ' ', '')
        or position(lower(${filter.search}) in lower(o.name)) > 0)
      and (${filter.organisationCode ?? null}::text is null or i.organisation_code = ${filter.organisationCode ?? null})
      and (${filter.year ?? null}::int is null or i.fee_year = ${filter.year ?? null})
    order by i.year desc, i.sequence desc`.execute(db)
  return rows
}

export function findInvoice(db: Kysely<Database>, number: string): Promise<InvoiceRow | undefined> {
  return db.selectFrom('invoice').selectAll().where('number', '=', number).executeTakeFirst()
}

export function findInvoiceById(db: Kysely<Database>, id: number): Promise<InvoiceRow | undefined> {
  return db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Finds an invoice and holds it until the transaction ends: whoever pays, credits or places waits. */
export async function lockInvoice(
  trx: Transaction<Database>,
  number: string,
): Promise<InvoiceRow | undefined> {
  await sql`select hold_invoice(${number})`.execute(trx)
  return findInvoice(trx, number)
}

export interface Balance {
  creditedOre: number
  paidOre: number
  openOre: number
}

/** What is credited, paid and left of an invoice, in öre. */
export async function findBalance(db: Kysely<Database>, invoiceId: number): Promise<Balance> {
  const row = await db
    .selectFrom('invoice_balance')
    .where('invoice_id', '=', invoiceId)
    .select(['credited_ore as creditedOre', 'paid_ore as paidOre', 'open_ore as openOre'])
    .executeTakeFirst()
  return row ?? { creditedOre: 0, paidOre: 0, openOre: 0 }
}

/** Something that happened to an invoice. Money in öre. */
export interface InvoiceEvent {
  what: 'payment' | 'credit' | 'reminder' | 'mail' | 'peppol' | 'failure'
  on: string
  amountOre: number
  /** Number of a credit note, receiver of a delivery, payer's name, or what went wrong. */
  text: string
  paymentId: number | null
}

/** Payments, credits, deliveries and reminders of an invoice in the order of their days. */
export async function listInvoiceEvents(db: Kysely<Database>, id: number): Promise<InvoiceEvent[]> {
  const { rows } = await sql<InvoiceEvent>`
    select what, on_day::text as on, amount as "amountOre", text, payment as "paymentId" from (
      select 'payment' as what, a.placed_on as on_day, a.amount_ore as amount,
        p.payer_name || case when a.note <> '' then ': ' || a.note else '' end as text, p.id as payment, 3 as rank
      from allocation a join payment p on p.id = a.payment_id where a.invoice_id = ${id}
      union all
      select 'credit', c.issued_on, c.total_ore, c.number, null, 2 from invoice c where c.credits_id = ${id}
      union all
      select 'reminder', r.sent_on, r.open_ore, r.receiver, null, 4 from invoice_reminder r where r.invoice_id = ${id}
      union all
      select d.way, (d.sent_at at time zone ${localZone})::date, 0, d.receiver, null, 1
      from invoice_delivery d where d.invoice_id = ${id} and d.sent_at is not null
      union all
      select 'failure', current_date, 0, d.receiver || ': ' || d.failure, null, 5
      from invoice_delivery d where d.invoice_id = ${id} and d.sent_at is null and d.failure <> ''
    ) e order by on_day, rank`.execute(db)
  return rows
}

/** What stands in a member's ledger: each invoice, credit note and payment with the balance after it, in öre. */
export interface LedgerRow {
  on: string
  what: 'invoice' | 'credit-note' | 'payment'
  number: string
  amountOre: number
  balanceOre: number
}

/** A member's ledger, oldest first; a positive balance is what the member owes. */
export async function listLedger(db: Kysely<Database>, code: string): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select on_day::text as on, what, number, amount as "amountOre",
      sum(amount) over (order by on_day, rank, ordinal)::bigint as "balanceOre"
    from (
      select i.issued_on as on_day, i.kind as what, i.number, 1 as rank, i.id as ordinal,
        case when i.kind = 'invoice' then i.total_ore else -i.total_ore end as amount
      from invoice i where i.organisation_code = ${code}
      union all
      select a.placed_on, 'payment', i.number, 2, a.id, -a.amount_ore
      from allocation a join invoice i on i.id = a.invoice_id where i.organisation_code = ${code}
    ) e order by on_day, rank, ordinal`.execute(db)
  return rows
}

/** Sums of a year's fee. Money in öre. */
export interface YearSum {
  year: number
  invoices: number
  invoicedOre: number
  creditedOre: number
  paidOre: number
  openOre: number
  overdue: number
}

/** What was invoiced, credited and paid of each year's fee. */
export async function listYearSums(db: Kysely<Database>, today: string): Promise<YearSum[]> {
  const { rows } = await sql<YearSum>`
    select i.fee_year as year, count(*) as invoices, sum(i.total_ore)::bigint as "invoicedOre",
      sum(b.credited_ore)::bigint as "creditedOre", sum(b.paid_ore)::bigint as "paidOre",
      sum(greatest(b.open_ore, 0))::bigint as "openOre",
      count(*) filter (where b.open_ore > 0 and i.due_on < ${today}) as overdue
    from invoice i join invoice_balance b on b.invoice_id = i.id
    where i.kind = 'invoice' and i.fee_year is not null
    group by i.fee_year order by i.fee_year desc`.execute(db)
  return rows
}
