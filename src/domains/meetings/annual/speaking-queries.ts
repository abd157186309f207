import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Somebody who waits for the floor. */
export interface Speaker {
  id: number
  personId: number
  personName: string
  organisationName: string | null
  kind: 'floor' | 'order'
  askedAt: Date
}

/** Everyone who waits for the floor, in the order in which they asked. */
export async function listWaiting(db: Kysely<Database>, meetingId: number): Promise<Speaker[]> {
  const { rows } = await sql<Speaker>`
    select r.id, r.person_id as "personId", p.name as "personName", o.name as "organisationName", r.kind, r.asked_at as "askedAt"
    from speaking_request r join person p on p.id = r.person_id left join organisation o on o.code = r.organisation_code
    where r.meeting_id = ${meetingId} and r.spoken_at is null and r.withdrawn_at is null
    order by r.asked_at, r.id`.execute(db)
  return rows
}

/** Who has spoken on an item. */
export async function listSpoken(db: Kysely<Database>, itemId: number | null): Promise<Set<number>> {
  if (itemId === null) return new Set()
  const rows = await db
    .selectFrom('speaking_request')
    .where('item_id', '=', itemId)
    .where('spoken_at', 'is not', null)
    .select('person_id')
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Asks for the floor; asking again while one waits changes nothing. */
export async function askToSpeak(
  trx: Transaction<Database>,
  asked: {
    meetingId: number
    itemId: number | null
    personId: number
    organisationCode: string | null
    kind: 'floor' | 'order'
    now: Date
  },
): Promise<void> {
  await trx
    .insertInto('speaking_request')
    .values({
      meeting_id: asked.meetingId,
      item_id: asked.itemId,
      person_id: asked.personId,
      organisation_code: asked.organisationCode,
      kind: asked.kind,
      asked_at: asked.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ticks a speaker off, on the item that the meeting is at. */
export async function markSpoken(
  trx: Transaction<Database>,
  id: number,
  meetingId: number,
  { itemId, now }: { itemId: number | null; now: Date },
): Promise<void> {
  await trx
    .updateTable('speaking_request')
    .set({ spoken_at: now, item_id: itemId })
    .where('id', '=', id)
    .where('meeting_id', '=', meetingId)
    .where('spoken_at', 'is', null)
    .execute()
}

/** Takes one's own request back. */
export async function takeBack(
  trx: Transaction<Database>,
  id: number,
  personId: number,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('speaking_request')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('spoken_at', 'is', null)
    .execute()
}
