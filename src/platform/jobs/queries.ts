import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Has a recurring job run at once when the transaction commits, without waiting for its hour. */
export async function wakeJob(trx: Transaction<Database> | Kysely<Database>, name: string): Promise<void> {
  await sql`select pg_notify('job', ${name})`.execute(trx)
}
