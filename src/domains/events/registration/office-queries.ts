import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Events in which somebody waits for a place, or for which something is not invoiced yet. */
export async function listOpenWork(
  db: Kysely<Database>,
  now: Date,
): Promise<{ id: number; waiting: number; toInvoice: number }[]> {
  const { rows } = await sql<{ id: number; waiting: number; toInvoice: number }>`
    select e.id, count(*) filter (where r.state = 'waiting')::int as waiting,
      count(*) filter (where r.chargeable and b.price_ore > 0 and r.invoice_id is null)::int as "toInvoice"
    from event e join event_registration r on r.event_id = e.id join event_booking b on b.id = r.booking_id
    where e.cancelled_at is null and e.starts_at > ${now}::timestamptz - interval '1 year'
    group by e.id
    having count(*) filter (where r.state = 'waiting' or (r.chargeable and b.price_ore > 0 and r.invoice_id is null)) > 0
    order by e.starts_at, e.id`.execute(db)
  return rows
}
