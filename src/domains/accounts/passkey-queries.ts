import type { Kysely, Selectable } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AccountTables } from './tables.ts'

export type PasskeyRow = Selectable<AccountTables['passkey']>

export function listPasskeys(db: Kysely<Database>, personId: number): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

export function findPasskey(db: Kysely<Database>, id: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPasskey(
  db: Kysely<Database>,
  passkey: Pick<PasskeyRow, 'id' | 'person_id' | 'public_key' | 'counter' | 'transports' | 'name'>,
): Promise<void> {
  await db
    .insertInto('passkey')
    .values({ ...passkey, public_key: Buffer.from(passkey.public_key) })
    .execute()
}

export async function markPasskeyUsed(db: Kysely<Database>, id: string, counter: number): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: new Date() }).where('id', '=', id).execute()
}

export async function deletePasskey(db: Kysely<Database>, personId: number, id: string): Promise<void> {
  await db.deleteFrom('passkey').where('id', '=', id).where('person_id', '=', personId).execute()
}
