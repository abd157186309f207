import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Choice } from './rules/tally.ts'

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
