import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Choice } from './rules/tally.ts'
import type { BallotKind, MajorityRule, Refusal } from './tables.ts'

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

/** What a vote needs to know of the round that it is for. */
export interface RoundToVote {
  id: number
  closed: boolean
  publicKey: string | null
}

export async function findRoundToVote(
  db: Kysely<Database>,
  ballotId: number,
  roundId: number,
): Promise<RoundToVote | undefined> {
  return db
    .selectFrom('ballot_round')
    .where('id', '=', roundId)
    .where('ballot_id', '=', ballotId)
    .select(['id', sql<boolean>`closed_at is not null`.as('closed'), 'public_key as publicKey'])
    .executeTakeFirst()
}

/**
 * Casts one vote of the roll, in one statement: while the round is open, for somebody whose credential holds, once. The
 * closing of the round and the withdrawal of a credential wait for it, or it for them. False when it was not taken.
 */
export async function insertVote(
  db: Kysely<Database>,
  vote: { roundId: number; entryId: number; personId: number; choice: Choice | null; sealed: Buffer | null },
): Promise<boolean> {
  const { roundId, entryId, personId, choice, sealed } = vote
  const { rows } = await sql`
    insert into ballot_voter (round_id, organisation_code, place, entry_id, choice, sealed)
    select r.id, e.organisation_code, e.place, e.id, ${choice}::smallint[], ${sealed}::bytea
    from ballot_round r join voting_roll_entry e on e.meeting_id = r.meeting_id
    where r.id = ${roundId} and r.closed_at is null
      and e.id = ${entryId} and e.person_id = ${personId} and e.withdrawn_at is null
    for key share of r for share of e
    on conflict do nothing returning round_id`.execute(db)
  return rows.length === 1
}

/** Holds an open round until the transaction ends: votes on their way are in, later ones find it closed. */
export async function lockOpenRound(
  trx: Transaction<Database>,
  ballotId: number,
): Promise<{ id: number; meetingId: number; sealedSecret: string | null } | undefined> {
  return trx
    .selectFrom('ballot_round')
    .where('ballot_id', '=', ballotId)
    .where('closed_at', 'is', null)
    .select(['id', 'meeting_id as meetingId', 'sealed_secret as sealedSecret'])
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Takes all envelopes of a round, and writes those who have voted anew in the order of their municipalities. So every
 * row is of the same transaction, and where it stands says nothing of when it came.
 */
export async function takeEnvelopes(trx: Transaction<Database>, roundId: number): Promise<Buffer[]> {
  const voters = await trx.deleteFrom('ballot_voter').where('round_id', '=', roundId).returningAll().execute()
  const sorted = voters.toSorted((a, b) =>
    `${a.organisation_code} ${a.place}` < `${b.organisation_code} ${b.place}` ? -1 : 1,
  )
  if (sorted.length > 0) {
    await trx
      .insertInto('ballot_voter')
      .values(
        sorted.map(({ organisation_code, place, entry_id }) => ({
          round_id: roundId,
          organisation_code,
          place,
          entry_id,
        })),
      )
      .execute()
  }
  return voters.flatMap(({ sealed }) => sealed ?? [])
}

/** Publishes the papers of a secret ballot. Their codes are random, so their order is. */
export async function insertPapers(
  trx: Transaction<Database>,
  roundId: number,
  papers: { code: string; choice: Choice }[],
): Promise<void> {
  if (papers.length === 0) return
  const sorted = papers.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  await trx
    .insertInto('ballot_paper')
    .values(sorted.map(({ code, choice }) => ({ round_id: roundId, code, choice: [...choice] })))
    .execute()
}

/** Throws away what was voted in a round that is called off. */
export async function deleteVotes(trx: Transaction<Database>, roundId: number): Promise<void> {
  await trx.deleteFrom('ballot_voter').where('round_id', '=', roundId).execute()
}

/** Closes a round for good; the key of its envelopes goes. */
export async function saveClosed(
  trx: Transaction<Database>,
  round: { id: number; meetingId: number },
  closed: { at: Date; cancelledWhy: string | null },
): Promise<void> {
  await sql`
    update ballot_round set closed_at = ${closed.at}, sealed_secret = null, cancelled_why = ${closed.cancelledWhy},
      roll_size = (select count(*) from voting_roll_entry where meeting_id = ${round.meetingId} and withdrawn_at is null)
    where id = ${round.id}`.execute(trx)
}

/** Breaks a tie, once. False when it was broken already. */
export async function saveTieBreak(
  trx: Transaction<Database>,
  roundId: number,
  broken: { casting: number[] } | { lotSeed: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ballot_round')
    .set('casting' in broken ? { casting: broken.casting } : { lot_seed: broken.lotSeed })
    .where('id', '=', roundId)
    .where('casting', 'is', null)
    .where('lot_seed', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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

/** More than so many forms of one person in a minute fill the log and tell nothing new. */
const mostRefusalsAMinute = 60

/** Notes a vote that was not taken, and why; not what it was for. */
export async function insertRefusal(
  db: Kysely<Database>,
  refusal: { meetingId: number; roundId: number | null; personId: number; reason: Refusal },
): Promise<void> {
  const { meetingId, roundId, personId, reason } = refusal
  await sql`
    insert into ballot_refusal (meeting_id, round_id, person_id, reason)
    select ${meetingId}, ${roundId}::bigint, ${personId}, ${reason}
    where (select count(*) from ballot_refusal where person_id = ${personId} and at > now() - interval '1 minute')
      < ${mostRefusalsAMinute}`.execute(db)
}

/** Tells those who listen that a meeting has something new. */
export async function announce(trx: Transaction<Database>, meetingId: number): Promise<void> {
  await sql`
    with next as (
      insert into voting_room as room (meeting_id, version) values (${meetingId}, 1)
      on conflict (meeting_id) do update set version = room.version + 1 returning meeting_id, version)
    select pg_notify('signal', 'voting-' || meeting_id || ' ' || version) from next`.execute(trx)
}
