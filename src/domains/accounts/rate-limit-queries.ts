import { CompiledQuery, type Kysely } from 'kysely'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#database/tables.ts'
import { aside } from '#platform/patience.ts'

/** How often something may be tried: so many times in so many seconds. */
export interface Limit {
  name: string
  times: number
  seconds: number
}

/** Counts a try. True when it is within the limit. The count is in the database, so all processes share it. */
export async function mayTry(db: Kysely<Database>, limit: Limit, key: string): Promise<boolean> {
  const limiter = new RateLimiterPostgres({
    // The library asks for a client that runs a query; Kysely's pool is one.
    storeClient: {
      query: ({ text, values }: { text: string; values: unknown[] }) =>
        db.executeQuery(CompiledQuery.raw(text, values)),
    },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: limit.name,
    points: limit.times,
    duration: limit.seconds,
  })
  try {
    await aside(() => limiter.consume(key.slice(0, 150)))
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused
  }
}
