import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'

/** The current version of the public data. */
export async function findDataVersion(db: Kysely<Database>): Promise<string> {
  const { version } = await db.selectFrom('data_version').select('version').executeTakeFirstOrThrow()
  return String(version)
}
