import type { MiddlewareHandler } from 'hono'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { localeOf } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { addCounts } from './limit-queries.ts'
import { problemResponse, Refusal } from './problem.ts'
import { createSharedCount } from './shared-count.ts'
import { textsOf } from './texts.ts'

/** The window that requests are counted in, in seconds. */
export const windowSeconds = 60
const policy = 'per-address'

type Counter = ReturnType<typeof createSharedCount>

/** One count for each database, which every door of the program shares. */
const counters = new WeakMap<Kysely<Database>, Counter>()

function counterOf(db: Kysely<Database>): Counter {
  const known = counters.get(db)
  if (known) return known
  const counter = createSharedCount(windowSeconds * 1000, (untold) => addCounts(db, untold, Date.now()))
  counters.set(db, counter)
  return counter
}

/**
 * Counts a request of a client address and tells in headers what is left, as draft-ietf-httpapi-ratelimit-headers-11
 * describes. It stands outside the memory of finished answers, so that kept answers count too and never carry somebody
 * else's headers. All processes count together.
 */
export const countRequest: MiddlewareHandler<AppEnv<Database>> = async (c, next) => {
  const points = c.var.config.apiRequestsPerMinute
  if (points === 0) return next()
  const { allowed, left, seconds } = take(c.var.primary, points, clientAddress(c))
  const headers = {
    'ratelimit-policy': `"${policy}";q=${points};w=${windowSeconds}`,
    ratelimit: `"${policy}";r=${left};t=${seconds}`,
  }
  if (!allowed) {
    const l = localeOf(c.req.query('lang') === 'en' ? 'en' : 'sv')
    const refusal = new Refusal('too-many-requests', textsOf(l).problems.tooOften(points, seconds))
    return problemResponse(refusal, l, publicOrigin(c.req.url, c.var.config), {
      ...headers,
      'retry-after': String(seconds),
    })
  }
  await next()
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
}

function take(db: Kysely<Database>, points: number, address: string) {
  const now = Date.now()
  const { times, until, telling } = counterOf(db).take(address.slice(0, 100), now)
  telling?.catch((error: unknown) =>
    log.warn({ err: error }, 'the count of API requests could not be shared'),
  )
  return {
    allowed: times <= points,
    left: Math.max(0, points - times),
    seconds: Math.max(1, Math.ceil((until - now) / 1000)),
  }
}
