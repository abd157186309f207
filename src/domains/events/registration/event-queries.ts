import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Event, findEvent } from '../queries.ts'
import type { Attends, QuestionKind, Quota } from '../rules/registration.ts'

/** How full an event is, each way of taking part by itself. */
export type Quotas = Record<Attends, Quota>

/** What participants are told of an event, and nobody else. */
export interface Practical {
  onSite: string
  /** Where the meeting is online. */
  onlineAddress: string
  online: string
  /** So many days after the event the answers are deleted. */
  answersKeptDays: number
}

/** A question of an event's own, asked once of each participant. */
export interface Question {
  id: number
  kind: QuestionKind
  sv: string
  en: string
  choices: string[]
  required: boolean
  /** May tell of health or belief, as diet does. */
  sensitive: boolean
}

/** Finds an event and holds its places until the transaction ends: whoever takes or gives one waits for the other. */
export async function lockEvent(trx: Transaction<Database>, id: number): Promise<Event | undefined> {
  await sql`select from event where id = ${id} for no key update`.execute(trx)
  return findEvent(trx, id)
}

/** How full an event is. */
export async function findQuotas(db: Kysely<Database>, eventId: number): Promise<Quotas> {
  return (
    (await listQuotas(db, [eventId])).get(eventId) ?? {
      'on-site': { places: 0, taken: 0, waiting: 0 },
      online: { places: 0, taken: 0, waiting: 0 },
    }
  )
}

/** How full events are, by their ids. */
export async function listQuotas(db: Kysely<Database>, eventIds: number[]): Promise<Map<number, Quotas>> {
  const { rows } = await sql<{
    id: number
    places: number | null
    onlinePlaces: number | null
    taken: number
    waiting: number
    onlineTaken: number
    onlineWaiting: number
  }>`
    select e.id, e.places, e.online_places as "onlinePlaces", ${counted('on-site', 'placed')} as taken,
      ${counted('on-site', 'waiting')} as waiting, ${counted('online', 'placed')} as "onlineTaken",
      ${counted('online', 'waiting')} as "onlineWaiting"
    from event e left join event_registration r on r.event_id = e.id
    where e.id = any(${eventIds}) group by e.id`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        'on-site': { places: row.places, taken: row.taken, waiting: row.waiting },
        online: { places: row.onlinePlaces, taken: row.onlineTaken, waiting: row.onlineWaiting },
      },
    ]),
  )
}

const counted = (attends: Attends, state: 'placed' | 'waiting') =>
  sql`count(*) filter (where r.attends = ${attends} and r.state = ${state})::int`

export async function findPractical(db: Kysely<Database>, eventId: number): Promise<Practical> {
  const found = (await listPractical(db, [eventId])).get(eventId)
  if (!found) throw new Error('There is no such event.')
  return found
}

/** What participants are told of events, by their ids. */
export async function listPractical(
  db: Kysely<Database>,
  eventIds: number[],
): Promise<Map<number, Practical>> {
  const { rows } = await sql<Practical & { id: number }>`
    select id, practical as "onSite", online_address as "onlineAddress", online_practical as online,
      answers_kept_days as "answersKeptDays"
    from event where id = any(${eventIds})`.execute(db)
  return new Map(rows.map(({ id, ...practical }) => [id, practical]))
}

/** The questions of an event in their order. */
export function listQuestions(db: Kysely<Database>, eventId: number): Promise<Question[]> {
  return db
    .selectFrom('event_question')
    .where('event_id', '=', eventId)
    .select(['id', 'kind', 'label_sv as sv', 'label_en as en', 'choices', 'required', 'sensitive'])
    .orderBy('ordinal')
    .execute()
}

/** Adds a question last. */
export async function addQuestion(
  trx: Transaction<Database>,
  eventId: number,
  { sv, en, ...question }: Omit<Question, 'id'>,
): Promise<void> {
  await trx
    .insertInto('event_question')
    .values((eb) => ({
      event_id: eventId,
      ordinal: eb
        .selectFrom('event_question')
        .where('event_id', '=', eventId)
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('ordinal'), lit(0))} + 1`.as('next')),
      label_sv: sv,
      label_en: en,
      ...question,
    }))
    .execute()
}

/** Takes a question away, with what was answered. */
export async function removeQuestion(trx: Transaction<Database>, eventId: number, id: number): Promise<void> {
  await trx.deleteFrom('event_question').where('event_id', '=', eventId).where('id', '=', id).execute()
}

/** One place more, for somebody whom the secretariat lets in. */
export async function addPlace(trx: Transaction<Database>, eventId: number, attends: Attends): Promise<void> {
  const column = sql.ref(attends === 'on-site' ? 'places' : 'online_places')
  await sql`update event set ${column} = ${column} + 1 where id = ${eventId}`.execute(trx)
}
