import { setTimeout as pause } from 'node:timers/promises'
import type { Handler } from 'hono'
import type { Kysely } from 'kysely'
import { readDataVersion } from '#database/data-version.ts'
import type { Database } from '#database/tables.ts'

/** A balancer must hear within its own patience; a database that needs longer is not there for visitors either. */
const patienceMs = 2000

/** Whether this process can serve: the database answers, in a bounded time whatever has become of it. */
export function answerReady(db: Kysely<Database>): Handler {
  return async (c) => {
    const ended = new AbortController()
    const answered = await Promise.race([
      readDataVersion(db).then(
        () => true,
        () => false,
      ),
      pause(patienceMs, false, { signal: ended.signal }).catch(() => false),
    ])
    ended.abort()
    c.header('cache-control', 'no-store')
    return answered ? c.text('ready') : c.text('the database does not answer', 503)
  }
}
