import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Choice } from './rules/tally.ts'
import type { Refusal } from './tables.ts'

/** Whether a round takes no votes any more. */
export async function isRoundClosed(db: Kysely<Database>, roundId: number): Promise<boolean> {
  const open = await db
    .selectFrom('ballot_round')
    .where('id', '=', roundId)
    .where('closed_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return open === undefined
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
