import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/**
 * Has a recurring job run at once when the transaction commits, without waiting for its hour. All workers hear it; the
 * number tells them that it is the same one.
 */
export async function wakeJob(trx: Transaction<Database> | Kysely<Database>, name: string): Promise<void> {
  await sql`select pg_notify('job', ${name} || ' ' || gen_random_uuid())`.execute(trx)
}
