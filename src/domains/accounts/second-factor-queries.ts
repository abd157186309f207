import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { hashOf } from '#platform/secrets.ts'

export interface SecondFactor {
  sealedSecret: string
  confirmed: boolean
}

export async function findSecondFactor(
  db: Kysely<Database>,
  personId: number,
): Promise<SecondFactor | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select(['sealed_secret as sealedSecret', 'confirmed_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { sealedSecret: row.sealedSecret, confirmed: row.confirmed_at !== null }
}

/** Starts over with a new secret, as long as none is confirmed. */
export async function proposeSecondFactor(
  db: Kysely<Database>,
  personId: number,
  sealedSecret: string,
): Promise<void> {
  await sql`
    insert into second_factor (person_id, sealed_secret) values (${personId}, ${sealedSecret})
    on conflict (person_id) do update set sealed_secret = excluded.sealed_secret
    where second_factor.confirmed_at is null`.execute(db)
}

/** Uses a time step up. False when a code of this step or a later one was used before. */
export async function useStep(db: Kysely<Database>, personId: number, step: number): Promise<boolean> {
  const { rows } = await sql`
    update second_factor set last_step = ${step} where person_id = ${personId} and last_step < ${step}
    returning person_id`.execute(db)
  return rows.length > 0
}

export async function confirmSecondFactor(
  trx: Transaction<Database>,
  personId: number,
  recoveryCodes: string[],
): Promise<void> {
  await trx
    .updateTable('second_factor')
    .set({ confirmed_at: new Date() })
    .where('person_id', '=', personId)
    .execute()
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await trx
    .insertInto('recovery_code')
    .values(recoveryCodes.map((code) => ({ hash: hashOf(`${personId} ${code}`), person_id: personId })))
    .execute()
}

/** Uses a recovery code up. */
export async function useRecoveryCode(
  db: Kysely<Database>,
  personId: number,
  code: string,
): Promise<boolean> {
  const used = await db
    .deleteFrom('recovery_code')
    .where('hash', '=', hashOf(`${personId} ${code}`))
    .where('person_id', '=', personId)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

export async function deleteSecondFactor(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await trx.deleteFrom('second_factor').where('person_id', '=', personId).execute()
}
