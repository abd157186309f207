import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Everything that voting holds about a person. What was voted in a secret ballot is held about nobody. */
export async function readVotesOfPerson(db: Kysely<Database>, personId: number): Promise<unknown> {
  const { rows: votes } = await sql`
    select m.title as meeting, m.held_on as "heldOn", b.question, b.secret, r.number as round, v.organisation_code as organisation,
      v.place, v.choice
    from ballot_voter v join voting_roll_entry e on e.id = v.entry_id join ballot_round r on r.id = v.round_id
    join ballot b on b.id = r.ballot_id join meeting m on m.id = r.meeting_id
    where e.person_id = ${personId} order by r.id, v.organisation_code, v.place`.execute(db)
  const { rows: refused } = await sql`
    select reason, at from ballot_refusal where person_id = ${personId} order by id`.execute(db)
  return { votes, refused }
}

/** Refusals stay, without the person. What was voted in open ballots hangs on the voting roll. */
export async function forgetVoter(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('ballot_refusal').set({ person_id: null }).where('person_id', '=', personId).execute()
}

/** Meetings where a round is open and somebody has votes that have not been cast. */
export async function listWaitingVotes(
  db: Kysely<Database>,
  personId: number,
): Promise<{ meetingId: number; question: string; votes: number }[]> {
  const { rows } = await sql<{ meetingId: number; question: string; votes: number }>`
    select r.meeting_id as "meetingId", b.question, count(*)::int as votes
    from ballot_round r join ballot b on b.id = r.ballot_id
    join voting_roll_entry e on e.meeting_id = r.meeting_id and e.person_id = ${personId} and e.withdrawn_at is null
    where r.closed_at is null and not exists (select from ballot_voter v where v.round_id = r.id
      and v.organisation_code = e.organisation_code and v.place = e.place)
    group by 1, 2`.execute(db)
  return rows
}
