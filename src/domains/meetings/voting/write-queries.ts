import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { BallotKind, MajorityRule } from './tables.ts'

/** A ballot that is to be opened. */
export interface NewBallot {
  itemId: number
  kind: BallotKind
  secret: boolean
  question: string
  majority: MajorityRule
  seats: number | null
  options: { label: string; names: string[] }[]
  madeUp: boolean
}

export async function insertBallot(trx: Transaction<Database>, ballot: NewBallot): Promise<number> {
  const { itemId, kind, secret, question, majority, seats, options, madeUp } = ballot
  const { id } = await trx
    .insertInto('ballot')
    .values({ meeting_item_id: itemId, kind, secret, question, majority, seats, made_up: madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (options.length > 0) {
    await trx
      .insertInto('ballot_option')
      .values(options.map((option, i) => ({ ballot_id: id, number: i + 1, ...option })))
      .execute()
  }
  return id
}

/** A round that is to be opened; a secret one has keys for its envelopes. */
export interface NewRound {
  ballotId: number
  meetingId: number
  yesOption: number | null
  noOption: number | null
  keys: { publicKey: string; sealedSecret: string } | null
  openedAt: Date
}

/** Opens a round, numbered after those before. Undefined when another round of the meeting is open. */
export async function insertRound(trx: Transaction<Database>, round: NewRound): Promise<number | undefined> {
  const { ballotId, meetingId, yesOption, noOption, keys, openedAt } = round
  const { rows } = await sql<{ id: number }>`
    insert into ballot_round (ballot_id, meeting_id, number, yes_option, no_option, opened_at, public_key, sealed_secret)
    select ${ballotId}, ${meetingId}, (select count(*) + 1 from ballot_round where ballot_id = ${ballotId}),
      ${yesOption}::smallint, ${noOption}::smallint, ${openedAt}, ${keys?.publicKey ?? null}::text, ${keys?.sealedSecret ?? null}::text
    on conflict (meeting_id) where closed_at is null do nothing returning id`.execute(trx)
  return rows[0]?.id
}

/** Lets everyone read the projector page of a meeting, or the secretariat alone. */
export async function saveOpenToAll(
  trx: Transaction<Database>,
  meetingId: number,
  openToAll: boolean,
): Promise<void> {
  await trx
    .insertInto('voting_room')
    .values({ meeting_id: meetingId, open_to_all: openToAll })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet({ open_to_all: openToAll }))
    .execute()
}

/** Tells those who listen that a meeting has something new. */
export async function announce(trx: Transaction<Database>, meetingId: number): Promise<void> {
  await sql`
    with next as (
      insert into voting_room as room (meeting_id, version) values (${meetingId}, 1)
      on conflict (meeting_id) do update set version = room.version + 1 returning meeting_id, version)
    select pg_notify('signal', 'voting-' || meeting_id || ' ' || version) from next`.execute(trx)
}
