import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Has a recurring job run at once when the transaction commits, without waiting for its hour. */
export async function wakeJob(trx: Transaction<Database> | Kysely<Database>, name: string): Promise<void> {
  await sql`select pg_notify('job', ${name})`.execute(trx)
}

/**
 * Runs a job while no other worker anywhere runs the one of that name; who comes meanwhile waits and runs after it. The
 * database frees its place when a worker dies.
 */
export function oneAtATime<T>(db: Kysely<Database>, name: string, run: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtext('job'), hashtext(${name}))`.execute(held)
    try {
      return await run()
    } finally {
      await sql`select pg_advisory_unlock(hashtext('job'), hashtext(${name}))`.execute(held)
    }
  })
}
