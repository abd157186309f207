import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Participants of one booking that are to be invoiced and are not yet. */
export interface ToInvoice {
  bookingId: number
  organisationCode: string
  reference: string
  priceOre: number
  registrationIds: number[]
  names: string[]
}

/** What is to be invoiced for an event, booking by booking. */
export async function listToInvoice(db: Kysely<Database>, eventId: number): Promise<ToInvoice[]> {
  const { rows } = await sql<ToInvoice>`
    select b.id as "bookingId", b.organisation_code as "organisationCode", b.reference, b.price_ore as "priceOre",
      json_agg(r.id order by r.queue) as "registrationIds", json_agg(r.name order by r.queue) as names
    from event_booking b join event_registration r on r.booking_id = b.id
    where b.event_id = ${eventId} and b.price_ore > 0 and r.chargeable and r.invoice_id is null
    group by b.id order by b.id`.execute(db)
  return rows
}

/** Notes on which invoice participants stand. */
export async function markInvoiced(
  trx: Transaction<Database>,
  registrationIds: number[],
  invoiceId: number,
): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ invoice_id: invoiceId })
    .where('id', 'in', registrationIds)
    .execute()
}

/** The numbers of the invoices that participants of an event stand on, by invoice. */
export async function listInvoiceNumbers(
  db: Kysely<Database>,
  eventId: number,
): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; number: string }>`
    select distinct i.id, i.number from event_registration r join invoice i on i.id = r.invoice_id
    where r.event_id = ${eventId}`.execute(db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}
