import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { FollowingTables } from './tables.ts'

export type DigestRhythm = FollowingTables['following_digest']['rhythm']

/** How often somebody wants what has happened by mail; undefined for not at all. */
export async function findRhythm(db: Kysely<Database>, personId: number): Promise<DigestRhythm | undefined> {
  const row = await db
    .selectFrom('following_digest')
    .select('rhythm')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.rhythm
}

/** Sets how often; who begins is told of what happens from now on. */
export async function setRhythm(
  trx: Transaction<Database>,
  personId: number,
  rhythm: DigestRhythm | 'never',
): Promise<void> {
  if (rhythm === 'never') {
    await trx.deleteFrom('following_digest').where('person_id', '=', personId).execute()
    return
  }
  await trx
    .insertInto('following_digest')
    .values({ person_id: personId, rhythm })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ rhythm }))
    .execute()
}

export interface Reader {
  personId: number
  name: string
  email: string
  language: Language
  toldUntil: Date
}

/** Who wants a digest of a rhythm and has not been told of everything until a moment. */
export async function listReaders(
  db: Kysely<Database>,
  rhythm: DigestRhythm,
  until: Date,
): Promise<number[]> {
  const rows = await db
    .selectFrom('following_digest')
    .select('person_id')
    .where('rhythm', '=', rhythm)
    .where('told_until', '<', until)
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Takes a reader for telling; undefined while another worker has it, or when there is nobody to tell any longer. */
export async function lockReader(
  trx: Transaction<Database>,
  personId: number,
  until: Date,
): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select d.person_id as "personId", p.name, p.email, p.language, d.told_until as "toldUntil"
    from following_digest d join person p on p.id = d.person_id
    where d.person_id = ${personId} and d.told_until < ${until} and p.email is not null
      and p.email_failed_at is null and p.erased_at is null
    for update of d skip locked`.execute(trx)
  return rows[0]
}

export async function markTold(trx: Transaction<Database>, personId: number, until: Date): Promise<void> {
  await trx
    .updateTable('following_digest')
    .set({ told_until: until })
    .where('person_id', '=', personId)
    .execute()
}
