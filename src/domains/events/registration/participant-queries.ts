import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { Attends, RegistrationState } from '../rules/registration.ts'

/** Somebody who has registered for an event. */
export interface Participant {
  id: number
  eventId: number
  bookingId: number
  personId: number | null
  name: string
  email: string
  organisationCode: string | null
  organisationName: string
  attends: Attends
  state: RegistrationState
  /** The place in the line of those who wait, from 1; null for everybody else. */
  inLine: number | null
  /** Opens the participant's own page. */
  code: string
  language: Language
  shownToNetwork: boolean
  chargeable: boolean
  invoiceId: number | null
  /** What a participant of the booking costs, in öre. */
  priceOre: number
  /** Who made the booking. */
  bookedBy: { personId: number | null; name: string; email: string }
  registeredAt: Date
  movedUpAt: Date | null
  cancelledAt: Date | null
  checkedInAt: Date | null
  madeUp: boolean
}

/** Everybody who has registered for an event: those with a place, those who wait, those who have cancelled. */
export function listParticipants(db: Kysely<Database>, eventId: number): Promise<Participant[]> {
  return select(db, sql`r.event_id = ${eventId}`)
}

/** Whoever comes or waits, to be told of a change. */
export function listConcerned(db: Kysely<Database>, eventId: number): Promise<Participant[]> {
  return select(db, sql`r.event_id = ${eventId} and r.state <> 'cancelled' and r.email <> ''`)
}

/** What a person is registered for, or has registered others for, from a day on. */
export function listParticipationsOf(
  db: Kysely<Database>,
  personId: number,
  from: string,
): Promise<Participant[]> {
  return select(
    db,
    sql`(r.person_id = ${personId} or b.made_by = ${personId})
      and (e.ends_at at time zone ${localZone})::date >= ${from}::date`,
  )
}

/** The participant whose page a code opens. */
export async function findParticipant(
  db: Kysely<Database>,
  by: { code: string } | { id: number },
): Promise<Participant | undefined> {
  const [found] = await select(db, 'code' in by ? sql`r.code = ${by.code}` : sql`r.id = ${by.id}`)
  return found
}

/** Some participants, in the order in which they came. */
export function listNew(trx: Transaction<Database>, ids: number[]): Promise<Participant[]> {
  return select(trx, sql`r.id = any(${ids})`)
}

/** The first so many of those who wait, in the order in which they came. */
export function listFirstWaiting(
  trx: Transaction<Database>,
  eventId: number,
  attends: Attends,
  count: number,
): Promise<Participant[]> {
  return select(
    trx,
    sql`r.event_id = ${eventId} and r.attends = ${attends} and r.state = 'waiting'`,
    sql`limit ${count}`,
  )
}

/** Those of some addresses that are registered already. */
export async function listRegistered(
  db: Kysely<Database>,
  eventId: number,
  emails: string[],
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(email) as email from event_registration
    where event_id = ${eventId} and state <> 'cancelled' and lower(email) = any(${emails})`.execute(db)
  return rows.map(({ email }) => email)
}

/** What participants answered: by participant, by question. */
export async function listAnswers(
  db: Kysely<Database>,
  registrationIds: number[],
): Promise<Map<number, Map<number, string>>> {
  if (registrationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('event_answer')
    .where('registration_id', 'in', registrationIds)
    .selectAll()
    .execute()
  const byParticipant = new Map<number, Map<number, string>>()
  for (const { registration_id, question_id, answer } of rows) {
    const answers = byParticipant.get(registration_id) ?? new Map<number, string>()
    byParticipant.set(registration_id, answers.set(question_id, answer))
  }
  return byParticipant
}

async function select(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
  limit = sql``,
): Promise<Participant[]> {
  const { rows } = await sql<Participant>`
    select r.id, r.event_id as "eventId", r.booking_id as "bookingId", r.person_id as "personId", r.name, r.email,
      r.organisation_code as "organisationCode", coalesce(o.name, r.organisation_name) as "organisationName",
      r.attends, r.state, r.code, r.language, r.shown_to_network as "shownToNetwork", r.chargeable,
      r.invoice_id as "invoiceId", b.price_ore as "priceOre",
      json_build_object('personId', b.made_by, 'name', b.name, 'email', b.email) as "bookedBy",
      r.registered_at as "registeredAt", r.moved_up_at as "movedUpAt", r.cancelled_at as "cancelledAt",
      r.checked_in_at as "checkedInAt", r.made_up as "madeUp",
      case r.state when 'waiting' then (select count(*)::int from event_registration before
        where before.event_id = r.event_id and before.attends = r.attends and before.state = 'waiting'
          and before.queue <= r.queue) end as "inLine"
    from event_registration r
    join event_booking b on b.id = r.booking_id
    join event e on e.id = r.event_id
    left join organisation o on o.code = r.organisation_code
    where ${where} order by r.queue ${limit}`.execute(db)
  return rows
}
