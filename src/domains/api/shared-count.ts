import { LRUCache } from 'lru-cache'

/** What is known of one who asks, within its window. */
interface Count {
  /** What all processes had counted when the database was last told. */
  told: number
  /** What this process has counted since then. */
  own: number
  /** When the window ends, in milliseconds of the clock. */
  until: number
}

/** Asks of one key that the database does not know of. */
export interface Untold {
  key: string
  times: number
  until: number
}

/** What all processes together have counted. */
export interface Told {
  key: string
  times: number
  until: number
}

/** Those who asked longest ago are forgotten beyond so many. */
const mostKeys = 50_000

/**
 * Counts who asks how often, in windows, over many processes. Each counts for itself at once, tells the others now and
 * then through `exchange` and hears what they have counted: nobody waits for that, and at most what comes in between
 * tellings is let through too much.
 */
export function createSharedCount(
  windowMs: number,
  exchange: (untold: Untold[]) => Promise<Told[]>,
  tellEveryMs = 1000,
) {
  const counts = new LRUCache<string, Count>({ max: mostKeys })
  const untold = new Set<string>()
  let nextTelling = 0

  const tell = async () => {
    const telling = [...untold].sort().flatMap((key) => {
      const count = counts.peek(key)
      return count && count.own > 0 ? [{ key, times: count.own, until: count.until }] : []
    })
    untold.clear()
    const sent = new Map(telling.map(({ key, times }) => [key, times]))
    for (const { key, times, until } of await exchange(telling)) {
      const count = counts.peek(key)
      if (!count) continue
      count.own = Math.max(0, count.own - (sent.get(key) ?? 0))
      count.told = times
      count.until = until
    }
  }
  return {
    /** Counts one more, and gives how many that makes and when the window ends. */
    take: (
      key: string,
      now: number,
    ): { times: number; until: number; telling: Promise<void> | undefined } => {
      const known = counts.get(key)
      const count = known && known.until > now ? known : { told: 0, own: 0, until: now + windowMs }
      count.own += 1
      counts.set(key, count)
      untold.add(key)
      const { told, own, until } = count
      if (now < nextTelling) return { times: told + own, until, telling: undefined }
      nextTelling = now + tellEveryMs
      return { times: told + own, until, telling: tell() }
    },
  }
}
