import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'

/** The counties to choose from. */
export function listCounties(db: Kysely<Database>): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('county').selectAll().orderBy('code').execute()
}
