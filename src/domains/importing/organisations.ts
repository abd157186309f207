import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Organisation, organisationDirectory } from '#domains/members/index.ts'

export type { Organisation }

/** Every municipality and region, read anew. */
export async function listPlaces(db: Kysely<Database>): Promise<Organisation[]> {
  const { all } = await organisationDirectory(db, async (_, load) => load())
  return all
}
