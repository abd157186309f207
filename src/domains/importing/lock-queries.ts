import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AdapterName } from './tables.ts'

/** What stands for imports among the locks that programs of this database agree on. */
const lockSpace = 20_260_008
const lockOf: Record<AdapterName, number> = { kolada: 1, scb: 2, file: 3 }

/**
 * Runs something while nobody else imports from the same source, in this program or another. Gives undefined at once
 * when somebody does. A program that is killed loses the lock with its connection.
 */
export function whileAlone<T>(
  db: Kysely<Database>,
  adapter: AdapterName,
  run: () => Promise<T>,
): Promise<T | undefined> {
  const key = lockOf[adapter]
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_lock(${lockSpace}, ${key}) as got`.execute(held)
    if (!rows[0]?.got) return undefined
    try {
      return await run()
    } finally {
      await sql`select pg_advisory_unlock(${lockSpace}, ${key})`.execute(held)
    }
  })
}
