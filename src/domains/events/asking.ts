import type { Context } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { type Event, findEvent } from './queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** The parameter of an address that names an event. */
export const eventParameter = ':event{[0-9]{1,9}}'

/** The event that the address names, published or not; 404 when there is none. */
export async function eventOf(c: C): Promise<Event> {
  const event = await findEvent(c.var.db, numberIn(c, 'event'))
  if (!event) throw new Problem(404, textsOf(c.var.locale).event.notFound)
  return event
}

/** A number in the address; 0, which nothing has, when it is none. */
export function numberIn(c: C, name: string): number {
  return z.coerce.number().int().positive().catch(0).parse(c.req.param(name))
}

/** What an event is called, in the reader's language if it is told in that. */
export function titleOf(event: Pick<Event, 'texts'>, l: Locale): string {
  return toldIn(event.texts, l)?.text.title ?? ''
}
