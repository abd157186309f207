import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { InvoiceDocument } from '../invoices/document.ts'
import type { BookedEvent } from './vouchers.ts'

/** Everything that the bookkeeping is told of a period (`YYYY-MM-DD`, both days counted), in its order. */
export async function listBookedEvents(
  db: Kysely<Database>,
  { from, to }: { from: string; to: string },
): Promise<BookedEvent[]> {
  const [invoices, payments, placed] = await Promise.all([
    sql<{
      number: number
      on: string
      name: string
      purpose: 'membership-fee' | 'other'
      document: InvoiceDocument
    }>`
      select i.sequence as number, i.issued_on as on, i.purpose, i.document, i.document -> 'buyer' ->> 'name' as name
      from invoice i where i.issued_on between ${from} and ${to} order by i.issued_on, i.id`.execute(db),
    sql<{ number: number; on: string; payer: string; amountOre: number }>`
      select id as number, booked_on as on, payer_name as payer, amount_ore as "amountOre"
      from payment where booked_on between ${from} and ${to} order by booked_on, id`.execute(db),
    sql<{ number: number; on: string; invoice: string | null; note: string; amountOre: number }>`
      select a.id as number, a.placed_on as on, i.number as invoice, a.note, a.amount_ore as "amountOre"
      from allocation a left join invoice i on i.id = a.invoice_id
      where a.placed_on between ${from} and ${to} order by a.placed_on, a.id`.execute(db),
  ])
  return [
    ...invoices.rows.map((row) => ({ what: 'invoice', ...row }) as const),
    ...payments.rows.map((row) => ({ what: 'payment', ...row }) as const),
    ...placed.rows.map((row) => ({ what: 'placed', ...row }) as const),
  ]
}
