import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './tables.ts'

/** In whose name something is changed; null when the program acts by itself. */
export type ActingPerson = { personId: number; name: string } | null

/**
 * Runs an action as one transaction in somebody's name. The database's own triggers write what changed to the
 * audit log under that name and the action's: nothing can be changed without a trace.
 */
export function act<T>(
  db: Kysely<Database>,
  who: ActingPerson,
  action: string,
  run: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('ekokommun.actor_id', ${who ? String(who.personId) : ''}, true),
      set_config('ekokommun.actor_name', ${who?.name ?? ''}, true),
      set_config('ekokommun.action', ${action}, true)`.execute(trx)
    return run(trx)
  })
}
