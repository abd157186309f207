import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { LetterKind } from './tables.ts'

/** The kinds of letters that somebody has declined. */
export async function listDeclined(db: Kysely<Database>, personId: number): Promise<LetterKind[]> {
  const rows = await db
    .selectFrom('unsubscription')
    .select('kind')
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function decline(trx: Transaction<Database>, personId: number, kind: LetterKind): Promise<void> {
  await trx
    .insertInto('unsubscription')
    .values({ person_id: personId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // What still waits of this kind is not wanted either.
  await sql`
    update mail set given_up_at = now(), failure = 'unsubscribed'
    where person_id = ${personId} and kind = ${`letter:${kind}`} and sent_at is null and given_up_at is null
      and claimed_at is null and handed_at is null`.execute(trx)
}

export async function accept(trx: Transaction<Database>, personId: number, kind: LetterKind): Promise<void> {
  await trx.deleteFrom('unsubscription').where('person_id', '=', personId).where('kind', '=', kind).execute()
}

export async function eraseDeclined(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('unsubscription').where('person_id', '=', personId).execute()
}
