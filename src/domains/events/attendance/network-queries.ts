import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'

/** Who was at an event and agreed to be seen by the network; `others` were there too. */
export interface There {
  people: { personId: number | null; name: string; organisation: string; madeUp: boolean }[]
  others: number
}

/** Who came to an event. */
export async function findThere(db: Kysely<Database>, eventId: number): Promise<There> {
  const { rows } = await sql<There['people'][number] & { shown: boolean }>`
    select r.person_id as "personId", r.name, coalesce(o.name, r.organisation_name) as organisation,
      r.made_up as "madeUp", r.shown_to_network as shown
    from event_registration r left join organisation o on o.code = r.organisation_code
    where r.event_id = ${eventId} and r.state = 'placed' and r.checked_in_at is not null
    order by r.name collate "sv-SE-x-icu", r.id`.execute(db)
  const people = rows.filter(({ shown }) => shown)
  return {
    people: people.map(({ shown: _shown, ...person }) => person),
    others: rows.length - people.length,
  }
}

/** An event that somebody was at. */
export interface Attended {
  eventId: number
  titles: Partial<Record<Language, string>>
  startsAt: Date
  madeUp: boolean
}

/** The events that a person was at and agreed to be seen at, the latest first. */
export async function listAttended(
  db: Kysely<Database>,
  personId: number,
  limit: number,
): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select e.id as "eventId", e.starts_at as "startsAt", r.made_up as "madeUp",
      (select json_object_agg(t.language, t.title) from event_text t where t.event_id = e.id) as titles
    from event_registration r join event e on e.id = r.event_id
    where r.person_id = ${personId} and r.state = 'placed' and r.checked_in_at is not null and r.shown_to_network
      and e.published_at is not null
    order by e.starts_at desc, e.id desc limit ${limit}`.execute(db)
  return rows
}

/**
 * The latest events that every member could come to, the newest first, with the organisations that had somebody there:
 * checked in, or with a place where nobody was checked in.
 */
export async function listLatestMeetings(
  db: Kysely<Database>,
  now: Date,
  limit: number,
): Promise<{ organisations: string[] }[]> {
  const { rows } = await sql<{ organisations: string[] }>`
    select coalesce(array_agg(distinct r.organisation_code)
      filter (where r.organisation_code is not null and (r.checked_in_at is not null or not c.used)), '{}') as organisations
    from event e
    join event_registration r on r.event_id = e.id and r.state = 'placed'
    cross join lateral (select exists (select from event_registration d
      where d.event_id = e.id and d.checked_in_at is not null) as used) c
    where e.published_at is not null and e.cancelled_at is null and e.open_to <> 'board' and e.ends_at < ${now}
    group by e.id order by e.starts_at desc, e.id desc limit ${limit}`.execute(db)
  return rows
}

/** Forgets who came to events that ended so long ago; that they had registered is another matter. */
export async function forgetAttendance(db: Kysely<Database>, now: Date, years: number): Promise<void> {
  await sql`
    update event_registration r set checked_in_at = null, checked_in_by = null, shown_to_network = false
    from event e where e.id = r.event_id and e.ends_at < ${now}::timestamptz - make_interval(years => ${years})
      and (r.checked_in_at is not null or r.shown_to_network)`.execute(db)
}

/** Forgets who stood at the door and who made its link. */
export async function forgetDoorkeeper(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ checked_in_by: null })
    .where('checked_in_by', '=', personId)
    .execute()
  await trx.updateTable('event_door').set({ made_by: null }).where('made_by', '=', personId).execute()
}
