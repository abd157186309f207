import { setTimeout as pause } from 'node:timers/promises'
import { type Env, Hono } from 'hono'
import type { Kysely } from 'kysely'
import { readDataVersion } from '#database/data-version.ts'
import type { Database } from '#database/tables.ts'

/** A database that needs longer to say a word is not there for visitors either. */
const patienceMs = 2000

/** What a balancer asks about. */
export interface Health {
  /** True from when the program is told to stop: nothing new is to be sent to it. */
  isStopping?: () => boolean
}

/**
 * `/healthz` tells that the process lives, `/readyz` that it can serve: the database answers and nobody has told it to
 * stop.
 */
export function addHealth<E extends Env>(app: Hono<E>, db: Kysely<Database>, { isStopping }: Health): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    if (isStopping?.()) return c.text('stopping', 503)
    return (await answersInTime(db)) ? c.text('ready') : c.text('the database does not answer', 503)
  })
  // Whoever keeps a connection is led to another process.
  app.use(async (c, next) => {
    await next()
    if (isStopping?.()) c.header('connection', 'close')
  })
}

/** Whether the database answers within what a balancer has patience for, whatever has become of it. */
async function answersInTime(db: Kysely<Database>): Promise<boolean> {
  const ended = new AbortController()
  const answered = readDataVersion(db).then(
    () => true,
    () => false,
  )
  const tooLate = pause(patienceMs, false, { signal: ended.signal }).catch(() => false)
  const inTime = await Promise.race([answered, tooLate])
  ended.abort()
  return inTime
}

/** What a process answers that serves no pages. */
export function onlyHealth(db: Kysely<Database>, health: Health): Hono {
  const app = new Hono()
  addHealth(app, db, health)
  return app
}
