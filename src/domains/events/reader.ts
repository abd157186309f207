import { can } from '#domains/accounts/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { C } from './asking.ts'
import { hasPlace } from './attendance/queries.ts'
import type { Reader } from './materials/rules.ts'
import { eventPaths } from './paths.ts'
import { type Event, findEvent } from './queries.ts'
import { textsOf } from './texts.ts'

/** The event, if this reader may know of it; 404 otherwise. */
export async function shownEvent(c: C, id: number): Promise<Event> {
  const { db, actor, locale: l } = c.var
  const event = Number.isSafeInteger(id) ? await findEvent(db, id) : undefined
  const shown =
    event?.publishedAt && (event.openTo !== 'board' || can(actor, 'network.use'))
      ? event
      : can(actor, 'events.edit') && event
  if (shown) return shown
  throw new Problem(404, textsOf(l).event.notFound, [
    { href: l.href(eventPaths.list), label: textsOf(l).list.title },
  ])
}

/** What the reader is to an event: by the account, or by the code of a registration in the address (`?kod=`). */
export async function readerOf(c: C, eventId: number): Promise<Reader> {
  const { db, actor } = c.var
  const [code = ''] = /^[\w-]{20,64}$/.exec(c.req.query('kod') ?? '') ?? []
  return {
    inNetwork: can(actor, 'network.use'),
    office: can(actor, 'events.edit'),
    participant:
      (actor !== null || code !== '') && (await hasPlace(db, eventId, { personId: actor?.personId, code })),
  }
}
