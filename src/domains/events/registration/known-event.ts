import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { eventPaths } from '../paths.ts'
import { type Event, findEvent } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** The published event of an address, if this reader may know of it; else 404. */
export async function knownEvent(c: Context<AppEnv<Database>>): Promise<Event> {
  const { db, actor, locale: l } = c.var
  const event = await findEvent(db, Number(c.req.param('event')))
  if (event?.publishedAt && (event.openTo !== 'board' || can(actor, 'network.use'))) return event
  throw new Problem(404, textsOf(l).event.notFound, [
    { href: l.href(eventPaths.list), label: textsOf(l).list.title },
  ])
}
