import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './tables.ts'

/** The channel on which PostgreSQL tells every process that public data changed. */
export const dataVersionChannel = 'data_version'

/** Marks the public data as changed. Readers hear of it when the transaction commits. */
export async function bumpDataVersion(trx: Transaction<Database>): Promise<void> {
  await sql`
    with bumped as (update data_version set version = version + 1 returning version)
    select pg_notify(${dataVersionChannel}, version::text) from bumped`.execute(trx)
}

/** The current version of the public data; every cached page belongs to one. */
export async function readDataVersion(db: Kysely<Database>): Promise<string> {
  const row = await db.selectFrom('data_version').select('version').executeTakeFirstOrThrow()
  return String(row.version)
}
