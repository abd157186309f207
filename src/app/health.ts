import { type Env, Hono } from 'hono'
import type { Kysely } from 'kysely'
import { readDataVersion } from '#database/data-version.ts'
import type { Database } from '#database/tables.ts'

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
    const version = await readDataVersion(db).catch(() => undefined)
    return version ? c.text('ready') : c.text('the database does not answer', 503)
  })
  // Whoever keeps a connection is led to another process.
  app.use(async (c, next) => {
    await next()
    if (isStopping?.()) c.header('connection', 'close')
  })
}

/** What a process answers that serves no pages. */
export function onlyHealth(db: Kysely<Database>, health: Health): Hono {
  const app = new Hono()
  addHealth(app, db, health)
  return app
}
