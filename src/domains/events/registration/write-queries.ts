import { randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Attends } from '../rules/registration.ts'

/** Somebody to be registered. */
export interface NewParticipant {
  personId: number | null
  name: string
  email: string
  attends: Attends
  shownToNetwork: boolean
  /** By question; what was left empty is left out. */
  answers: Map<number, string>
}

/** What is registered in one go, and who pays. */
export interface NewBooking {
  eventId: number
  organisationCode: string | null
  /** For those whose organisation is none of the register's. */
  organisationName: string
  madeBy: { personId: number | null; name: string; email: string }
  reference: string
  language: Language
  participants: NewParticipant[]
}

/** Writes a booking with its participants, each in the state given, in the order given. Gives their ids. */
export async function insertBooking(
  trx: Transaction<Database>,
  booking: NewBooking,
  as: { states: ('placed' | 'waiting')[]; priceOre: number; madeUp: boolean; now: Date },
): Promise<number[]> {
  const { eventId, organisationCode, madeBy, participants } = booking
  const { id: bookingId } = await trx
    .insertInto('event_booking')
    .values({
      event_id: eventId,
      organisation_code: organisationCode,
      made_by: madeBy.personId,
      name: madeBy.name,
      email: madeBy.email,
      reference: booking.reference,
      price_ore: as.priceOre,
      made_up: as.madeUp,
      made_at: as.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const inserted = await trx
    .insertInto('event_registration')
    .values(
      participants.map((one, i) => ({
        event_id: eventId,
        booking_id: bookingId,
        person_id: one.personId,
        name: one.name,
        email: one.email,
        organisation_code: organisationCode,
        organisation_name: organisationCode ? '' : booking.organisationName,
        attends: one.attends,
        state: as.states[i] ?? 'waiting',
        code: newCode(),
        language: booking.language,
        shown_to_network: one.shownToNetwork,
        chargeable: as.states[i] === 'placed',
        registered_at: as.now,
        made_up: as.madeUp,
      })),
    )
    .returning(['id', 'email'])
    .execute()
  const ids = new Map(inserted.map(({ id, email }) => [email, id]))
  const ordered = participants.flatMap(({ email }) => ids.get(email) ?? [])
  const answered = participants.flatMap(({ answers }, i) => answerRows(ordered[i], answers))
  if (answered.length > 0) await trx.insertInto('event_answer').values(answered).execute()
  return ordered
}

/** 128 bits: unguessable, and short enough for a QR code that a phone reads at once. */
export const newCode = () => randomBytes(16).toString('base64url')

/** What a participant answers from now on. */
export async function saveAnswers(
  trx: Transaction<Database>,
  registrationId: number,
  answers: Map<number, string>,
): Promise<void> {
  await trx.deleteFrom('event_answer').where('registration_id', '=', registrationId).execute()
  const rows = answerRows(registrationId, answers)
  if (rows.length > 0) await trx.insertInto('event_answer').values(rows).execute()
}

function answerRows(registrationId: number | undefined, answers: Map<number, string>) {
  return registrationId === undefined
    ? []
    : [...answers].map(([question_id, answer]) => ({ registration_id: registrationId, question_id, answer }))
}

/** Gives places to some who waited. */
export async function markPlaced(trx: Transaction<Database>, ids: number[], now: Date): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ state: 'placed', chargeable: true, moved_up_at: now })
    .where('id', 'in', ids)
    .execute()
}

/** Somebody comes no more; `chargeable` when it was too late to cost nothing. */
export async function markCancelled(
  trx: Transaction<Database>,
  id: number,
  { chargeable, now }: { chargeable: boolean; now: Date },
): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ state: 'cancelled', chargeable, cancelled_at: now })
    .where('id', '=', id)
    .execute()
}

/** Somebody takes part in the other way; who waits there stands last. */
export async function changeAttendance(
  trx: Transaction<Database>,
  id: number,
  to: { attends: Attends; state: 'placed' | 'waiting' },
): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ ...to, chargeable: to.state === 'placed', queue: sql`nextval('event_queue')` })
    .where('id', '=', id)
    .execute()
}

/** What a participant says of themselves. */
export async function updateParticipant(
  trx: Transaction<Database>,
  id: number,
  { name, shownToNetwork }: { name: string; shownToNetwork: boolean },
): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ name, shown_to_network: shownToNetwork })
    .where('id', '=', id)
    .execute()
}

/** Nobody owes anything for an event that does not take place. Gives what was invoiced already, to be credited. */
export async function releaseCharges(
  trx: Transaction<Database>,
  eventId: number,
): Promise<{ invoiceId: number; count: number; priceOre: number }[]> {
  const { rows } = await sql<{ invoiceId: number; count: number; priceOre: number }>`
    with released as (
      update event_registration set chargeable = false where event_id = ${eventId} and chargeable
      returning invoice_id, booking_id)
    select invoice_id as "invoiceId", b.price_ore as "priceOre", count(*)::int as count
    from released r join event_booking b on b.id = r.booking_id
    where invoice_id is not null group by invoice_id, b.price_ore order by invoice_id`.execute(trx)
  return rows
}

/** Whoever has been reminded of the old day is reminded of the new one. */
export async function forgetReminders(trx: Transaction<Database>, eventId: number): Promise<void> {
  await trx
    .updateTable('event_registration')
    .set({ reminded_week_at: null, reminded_day_at: null })
    .where('event_id', '=', eventId)
    .execute()
}

/** The people who have some addresses, by address in lower case. */
export async function listPeopleByEmail(
  db: Kysely<Database>,
  emails: string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; email: string }>`
    select id, lower(email) as email from person
    where erased_at is null and lower(email) = any(${emails})`.execute(db)
  return new Map(rows.map(({ id, email }) => [email, id]))
}
