import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A participant who might be reminded. */
export interface Remindable {
  id: number
  eventId: number
  startsAt: Date
  registeredAt: Date
  week: boolean
  day: boolean
}

/** Those with a place at events that begin within eight days and take place. */
export async function listRemindable(db: Kysely<Database>, now: Date): Promise<Remindable[]> {
  const { rows } = await sql<Remindable>`
    select r.id, r.event_id as "eventId", e.starts_at as "startsAt", r.registered_at as "registeredAt",
      r.reminded_week_at is not null as week, r.reminded_day_at is not null as day
    from event_registration r join event e on e.id = r.event_id
    where r.state = 'placed' and r.email <> '' and e.published_at is not null and e.cancelled_at is null
      and e.starts_at > ${now} and e.starts_at < ${now}::timestamptz + interval '8 days'
    order by r.id`.execute(db)
  return rows
}

/** Takes a reminder on oneself. False when it was sent already, or is no longer to be. */
export async function claimReminder(
  trx: Transaction<Database>,
  id: number,
  which: 'week' | 'day',
  now: Date,
): Promise<boolean> {
  const column = which === 'week' ? 'reminded_week_at' : 'reminded_day_at'
  const { numUpdatedRows } = await trx
    .updateTable('event_registration')
    .set({ [column]: now })
    .where('id', '=', id)
    .where(column, 'is', null)
    .where('state', '=', 'placed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Events to come in which somebody waits. */
export async function listWithWaiting(db: Kysely<Database>, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct e.id from event e join event_registration r on r.event_id = e.id and r.state = 'waiting'
    where e.starts_at > ${now} and e.cancelled_at is null order by e.id`.execute(db)
  return rows.map(({ id }) => id)
}
