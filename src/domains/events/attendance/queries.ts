import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Attends, RegistrationState } from '../rules/registration.ts'

/** Somebody who has registered for an event, as the door sees it. */
export interface Guest {
  id: number
  eventId: number
  name: string
  organisation: string
  attends: Attends
  state: RegistrationState
  checkedInAt: Date | null
  madeUp: boolean
}

const guestColumns = sql`r.id, r.event_id as "eventId", r.name, coalesce(o.name, r.organisation_name) as organisation,
  r.attends, r.state, r.checked_in_at as "checkedInAt", r.made_up as "madeUp"`
const registrations = sql`event_registration r left join organisation o on o.code = r.organisation_code`

/** Everybody who has a place at an event, by name; with `search`, those whose name or organisation holds it. */
export async function listGuests(db: Kysely<Database>, eventId: number, search = ''): Promise<Guest[]> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Guest>`
    select ${guestColumns} from ${registrations}
    where r.event_id = ${eventId} and r.state = 'placed'
      and (r.name ilike ${pattern} or coalesce(o.name, r.organisation_name) ilike ${pattern})
    order by r.name collate "sv-SE-x-icu", r.id`.execute(db)
  return rows
}

/** A registration, whatever has become of it. */
export async function findGuest(db: Kysely<Database>, id: number): Promise<Guest | undefined> {
  const { rows } = await sql<Guest>`
    select ${guestColumns} from ${registrations} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** What a participant answered that matters on the day; what may tell of health only when `sensitive` is asked for. */
export async function listAnswers(
  db: Kysely<Database>,
  registrationId: number,
  sensitive: boolean,
): Promise<{ question: Record<Language, string>; answer: string }[]> {
  const { rows } = await sql<{ question: Record<Language, string>; answer: string }>`
    select json_build_object('sv', q.label_sv, 'en', coalesce(nullif(q.label_en, ''), q.label_sv)) as question, a.answer
    from event_answer a join event_question q on q.id = a.question_id
    where a.registration_id = ${registrationId} and (${sensitive} or not q.sensitive) order by q.ordinal`.execute(
    db,
  )
  return rows
}

/** Notes that somebody with a place has come. Whoever is checked in already stays so, at the first time. */
export async function checkIn(
  trx: Transaction<Database>,
  registrationId: number,
  by: { personId: number | null; now: Date },
): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ checked_in_at: by.now, checked_in_by: by.personId })
    .where('id', '=', registrationId)
    .where('state', '=', 'placed')
    .where('checked_in_at', 'is', null)
    .execute()
}

/** Takes a check-in back. */
export async function undoCheckIn(trx: Transaction<Database>, registrationId: number): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ checked_in_at: null, checked_in_by: null })
    .where('id', '=', registrationId)
    .execute()
}

/** How many are expected and how many have come, for each way of taking part. */
export async function countGuests(
  db: Kysely<Database>,
  eventId: number,
): Promise<{ attends: Attends; expected: number; arrived: number }[]> {
  const { rows } = await sql<{ attends: Attends; expected: number; arrived: number }>`
    select attends, count(*)::int as expected, count(checked_in_at)::int as arrived from event_registration
    where event_id = ${eventId} and state = 'placed' group by attends order by attends = 'online'`.execute(db)
  return rows
}

/** Whether somebody has a place at an event, by the person or by the code of the registration. */
export async function hasPlace(
  db: Kysely<Database>,
  eventId: number,
  { personId, code }: { personId: number | undefined; code: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from event_registration where event_id = ${eventId} and state = 'placed'
      and (person_id = ${personId ?? null} or code = ${code}) limit 1`.execute(db)
  return rows.length > 0
}

/** The key that makes the link of the door good today; undefined when no link was made. */
export async function findDoorKey(db: Kysely<Database>, eventId: number): Promise<string | undefined> {
  const door = await db
    .selectFrom('event_door')
    .select('key')
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return door?.key
}

/** Gives the door a new key; links with the old one end. */
export async function saveDoorKey(
  trx: Transaction<Database>,
  eventId: number,
  key: string,
  by: { personId: number | null; now: Date },
): Promise<void> {
  const values = { key, made_by: by.personId, made_at: by.now }
  await trx
    .insertInto('event_door')
    .values({ event_id: eventId, ...values })
    .onConflict((conflict) => conflict.column('event_id').doUpdateSet(values))
    .execute()
}
