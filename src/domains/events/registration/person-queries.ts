import { randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { newCode } from './write-queries.ts'

/** An organisation that somebody represents, and whether it can be invoiced for an event. */
export interface OrganisationToBill {
  code: string
  name: string
  billable: boolean
}

export async function listOrganisationsOf(
  db: Kysely<Database>,
  codes: string[],
): Promise<OrganisationToBill[]> {
  const { rows } = await sql<OrganisationToBill>`
    select code, name, kind in ('municipality', 'region') as billable from organisation
    where code = any(${codes}) order by name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/** The secret address of a person's own calendar, made when it is asked for the first time. */
export async function feedTokenOf(db: Kysely<Database>, personId: number): Promise<string> {
  const known = await findFeedToken(db, personId)
  if (known) return known
  await sql`insert into event_feed (person_id, token) values (${personId}, ${newFeedToken()})
    on conflict (person_id) do nothing`.execute(db)
  return (await findFeedToken(db, personId)) ?? ''
}

/** Gives a person's calendar a new address; the old one ends. */
export async function renewFeedToken(trx: Transaction<Database>, personId: number): Promise<void> {
  const token = newFeedToken()
  await sql`insert into event_feed (person_id, token) values (${personId}, ${token})
    on conflict (person_id) do update set token = ${token}, made_at = now()`.execute(trx)
}

/** Whose calendar a token opens, and in which language. */
export function findFeedOwner(
  db: Kysely<Database>,
  token: string,
): Promise<{ personId: number; language: 'sv' | 'en' } | undefined> {
  return db
    .selectFrom('event_feed as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .where('f.token', '=', token)
    .where('p.erased_at', 'is', null)
    .select(['f.person_id as personId', 'p.language'])
    .executeTakeFirst()
}

async function findFeedToken(db: Kysely<Database>, personId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('event_feed')
    .where('person_id', '=', personId)
    .select('token')
    .executeTakeFirst()
  return row?.token
}

const newFeedToken = () => randomBytes(24).toString('base64url')

/** Everything that registration holds about a person. */
export async function readRegistrationsOf(
  db: Kysely<Database>,
  personId: number,
): Promise<{ registrations: unknown[]; bookings: unknown[] }> {
  const [registrations, bookings] = await Promise.all([
    sql`select r.name, r.email, r.organisation_name, r.organisation_code, r.attends, r.state, r.shown_to_network,
        r.registered_at, r.cancelled_at, r.checked_in_at, e.starts_at,
        (select t.title from event_text t where t.event_id = e.id order by t.language desc limit 1) as event,
        (select coalesce(json_object_agg(q.label_sv, a.answer), '{}') from event_answer a
          join event_question q on q.id = a.question_id where a.registration_id = r.id) as answers
      from event_registration r join event e on e.id = r.event_id
      where r.person_id = ${personId} order by r.id`.execute(db),
    sql`select b.name, b.email, b.reference, b.made_at, (select count(*) from event_registration r
        where r.booking_id = b.id) as people from event_booking b where b.made_by = ${personId} order by b.id`.execute(
      db,
    ),
  ])
  return { registrations: registrations.rows, bookings: bookings.rows }
}

/**
 * Forgets a person: comes no more to what is ahead, and what has been keeps the place without a name. Gives the events
 * in which a place became free.
 */
export async function forgetParticipant(trx: Transaction<Database>, personId: number): Promise<number[]> {
  const { rows } = await sql<{ eventId: number }>`
    update event_registration r set state = 'cancelled', cancelled_at = now(), chargeable = chargeable and invoice_id is not null
    from event e where e.id = r.event_id and r.person_id = ${personId} and r.state <> 'cancelled' and e.starts_at > now()
    returning r.event_id as "eventId"`.execute(trx)
  await sql`delete from event_answer where registration_id in
    (select id from event_registration where person_id = ${personId})`.execute(trx)
  await sql`${withoutName} where person_id = ${personId}`.execute(trx)
  await sql`update event_booking set name = 'Raderad person', email = '', made_by = null where made_by = ${personId}`.execute(
    trx,
  )
  await sql`update event_registration set checked_in_by = null where checked_in_by = ${personId}`.execute(trx)
  await sql`delete from event_feed where person_id = ${personId}`.execute(trx)
  return [...new Set(rows.map(({ eventId }) => eventId))]
}

/**
 * Forgets a participant without an account, as the event itself does years later: the name, the address, the answers.
 * The secret address of the participant's own page ends.
 */
export async function forgetGuest(trx: Transaction<Database>, registrationId: number): Promise<void> {
  await sql`delete from event_answer where registration_id = ${registrationId}`.execute(trx)
  await sql`${withoutName}, code = ${newCode()} where id = ${registrationId} and person_id is null`.execute(
    trx,
  )
  await sql`update event_booking set name = 'Raderad person', email = '' where made_by is null
    and id = (select booking_id from event_registration where id = ${registrationId})`.execute(trx)
}

/** Years after an event that participants without an account are kept. */
export const guestYears = 2

/** Deletes the answers that have been kept as long as their event said, and the names of guests of long ago. */
export async function forgetOldRegistrations(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`delete from event_answer a using event_registration r, event e
    where r.id = a.registration_id and e.id = r.event_id
      and e.ends_at + make_interval(days => e.answers_kept_days) < ${now}`.execute(db)
  await sql`${withoutName} where person_id is null and name <> 'Raderad person' and event_id in
    (select id from event where ends_at + make_interval(years => ${guestYears}) < ${now})`.execute(db)
  await sql`update event_booking set name = 'Raderad person', email = '' where made_by is null and name <> 'Raderad person'
    and event_id in (select id from event where ends_at + make_interval(years => ${guestYears}) < ${now})`.execute(
    db,
  )
}

const withoutName = sql`update event_registration set name = 'Raderad person', email = '', person_id = null,
  shown_to_network = false, organisation_name = ''`
