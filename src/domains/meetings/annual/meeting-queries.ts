import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findAnnualMeeting, findMeeting, type Meeting } from '../queries.ts'
import type { MeetingForm } from '../tables.ts'

/** The annual meeting of an address: a year, or an extra meeting by its number. */
export async function findAnnualAt(db: Kysely<Database>, slug: string): Promise<Meeting | undefined> {
  const [, year, extra] = /^(\d{4})(?:-extra-(\d{1,9}))?$/.exec(slug) ?? []
  if (year === undefined) return undefined
  if (extra === undefined) return findAnnualMeeting(db, Number(year))
  const meeting = await findMeeting(db, Number(extra))
  const fits = meeting?.organ === 'annual-meeting' && meeting.extra && meeting.heldOn.startsWith(year)
  return fits ? meeting : undefined
}

/** What the secretariat plans. */
export interface Plan {
  heldOn: string
  startsAt: Date | null
  extra: boolean
  place: string
  form: MeetingForm
  onlineAddress: string
}

const columnsOf = (plan: Plan) => ({
  held_on: plan.heldOn,
  starts_at: plan.startsAt,
  extra: plan.extra,
  place: plan.place,
  form: plan.form,
  online_address: plan.onlineAddress,
})

/** Plans an annual meeting; undefined when the year has its ordinary one. */
export async function insertPlan(
  trx: Transaction<Database>,
  plan: Plan & { title: string; madeUp: boolean },
): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('annual meetings', 0))`.execute(trx)
  if (!plan.extra && (await findAnnualMeeting(trx, Number(plan.heldOn.slice(0, 4))))) return undefined
  const { id } = await trx
    .insertInto('meeting')
    .values({ organ: 'annual-meeting', ...columnsOf(plan), title: plan.title, made_up: plan.madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes a plan over the version that was seen, while the meeting has not begun. */
export async function updatePlan(
  trx: Transaction<Database>,
  id: number,
  plan: Plan & { title: string },
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('meeting')
    .set({ ...columnsOf(plan), title: plan.title, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('state', 'in', ['planned', 'called'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function markCalled(
  trx: Transaction<Database>,
  id: number,
  { statutesId, now }: { statutesId: string; now: Date },
): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ state: 'called', called_at: now, statutes_id: statutesId })
    .where('id', '=', id)
    .execute()
}

export async function markDocuments(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx.updateTable('meeting').set({ documents_published_at: now }).where('id', '=', id).execute()
}

/** Opens a meeting that has been called. False when it is in another state. */
export async function openMeeting(trx: Transaction<Database>, id: number, now: Date): Promise<boolean> {
  const row = await trx
    .updateTable('meeting')
    .set({ state: 'open', opened_at: now })
    .where('id', '=', id)
    .where('state', '=', 'called')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function closeMeeting(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ state: 'closed', closed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

export async function cancelMeeting(trx: Transaction<Database>, id: number): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'called'])
    .execute()
}

export async function markRollFrozen(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx.updateTable('meeting').set({ roll_frozen_at: now }).where('id', '=', id).execute()
}

/** Somebody who is sent the notice. */
export interface Receiver {
  personId: number
  name: string
  email: string
  language: 'sv' | 'en'
}

/** All contact persons of members and observers on a day, and the delegates named, who have not had the notice yet. */
export async function listUncalled(
  db: Kysely<Database>,
  meetingId: number,
  today: string,
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select distinct on (p.id) p.id as "personId", p.name, p.email, p.language
    from appointment a join person p on p.id = a.person_id
    join membership m on m.organisation_code = a.organisation_code and m.since <= ${today}
      and (m.until is null or m.until > ${today})
    where a.role in ('contact-politician', 'contact-official', 'delegate')
      and a.since <= ${today} and (a.until is null or a.until > ${today})
      and p.email is not null and p.email_failed_at is null and p.erased_at is null
      and not exists (select from meeting_notice n where n.meeting_id = ${meetingId} and n.person_id = p.id)
    order by p.id`.execute(db)
  return rows
}

/** Notes that somebody is sent the notice. False when they have had it; then nothing is to be sent. */
export async function noteNotice(
  trx: Transaction<Database>,
  meetingId: number,
  personId: number,
  now: Date,
): Promise<boolean> {
  const row = await trx
    .insertInto('meeting_notice')
    .values({ meeting_id: meetingId, person_id: personId, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many have been sent the notice. */
export async function countNotices(db: Kysely<Database>, meetingId: number): Promise<number> {
  const { count } = await db
    .selectFrom('meeting_notice')
    .where('meeting_id', '=', meetingId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
