import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#database/tables.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { localeOf } from '#platform/i18n.ts'
import { problemResponse, Refusal } from './problem.ts'
import { textsOf } from './texts.ts'

/** The window that requests are counted in, in seconds. */
export const windowSeconds = 60
const policy = 'per-address'

const counters = new Map<number, RateLimiterMemory>()

/** One count for each limit, which every door of the program shares. */
function counterOf(points: number): RateLimiterMemory {
  const known = counters.get(points)
  if (known) return known
  const counter = new RateLimiterMemory({ points, duration: windowSeconds })
  counters.set(points, counter)
  return counter
}

/**
 * Counts a request of a client address and tells in headers what is left, as draft-ietf-httpapi-ratelimit-headers-11
 * describes. It stands outside the memory of finished answers, so that kept answers count too and never carry somebody
 * else's headers. Each process counts for itself.
 */
export const countRequest: MiddlewareHandler<AppEnv<Database>> = async (c, next) => {
  const points = c.var.config.apiRequestsPerMinute
  if (points === 0) return next()
  const { allowed, left, seconds } = await take(points, clientAddress(c))
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

async function take(points: number, address: string) {
  const result = await counterOf(points)
    .consume(address.slice(0, 100))
    .then(
      (counted) => ({ allowed: true, counted }),
      (refused: unknown) => {
        if (refused instanceof RateLimiterRes) return { allowed: false, counted: refused }
        throw refused
      },
    )
  const { remainingPoints, msBeforeNext } = result.counted
  return {
    allowed: result.allowed,
    left: Math.max(0, remainingPoints),
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  }
}
