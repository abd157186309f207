import { type Kysely, sql, type Transaction } from 'kysely'
import { claimSending, keepSending } from '#platform/once/queries.ts'
import { isUndone } from '#platform/outage.ts'
import type { Database } from './tables.ts'

/** In whose name something is changed; null when the program acts by itself. */
export type ActingPerson = { personId: number; name: string } | null

/** How often a transaction is run again that the database undid because another one stood in its way. */
const mostAgain = 2

/**
 * Runs an action as one transaction in somebody's name. The database's own triggers write what changed to the
 * audit log under that name and the action's: nothing can be changed without a trace. Where two actions wait for each
 * other the database undoes one of them whole, and that one is run again: `run` may change nothing but the database.
 */
export async function act<T>(
  db: Kysely<Database>,
  who: ActingPerson,
  action: string,
  run: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  for (let again = 0; ; again += 1) {
    try {
      const done = await db.transaction().execute(async (trx) => {
        await sql`select set_config('ekokommun.actor_id', ${who ? String(who.personId) : ''}, true),
          set_config('ekokommun.actor_name', ${who?.name ?? ''}, true),
          set_config('ekokommun.action', ${action}, true)`.execute(trx)
        await claimSending(trx)
        return run(trx)
      })
      keepSending()
      return done
    } catch (error) {
      if (again >= mostAgain || !isUndone(error)) throw error
    }
  }
}
