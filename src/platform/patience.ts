import { AsyncLocalStorage } from 'node:async_hooks'

/** How long what runs now may keep somebody waiting for the database, and what it has saved so far. */
export interface Patience {
  /** The longest that one statement may take, in milliseconds; 0 sets no limit. */
  statementMs: number
  /** The moment after which nothing more is begun, as milliseconds since 1970. */
  until: number
  /** True when it only reads: what was lost on the way may be asked once more. */
  reads: boolean
  /** True as soon as something may have been saved that somebody asked for. */
  saved: boolean
}

const statementMs = 10_000
const requestMs = 25_000
const running = new AsyncLocalStorage<Patience>()

/** The patience of what runs now; undefined for what nobody waits for, as a migration. */
export function patienceNow(): Patience | undefined {
  return running.getStore()
}

/** Runs the answer to a request: nobody waits for long, and what was saved is remembered. */
export function withinRequest<T>(reads: boolean, run: () => Promise<T>): Promise<T> {
  return running.run({ statementMs, until: Date.now() + requestMs, reads, saved: false }, run)
}

/** Runs something that may take its time on the whole, but no single statement of it longer than `statementMs`. */
export function patiently<T>(statementMs: number, run: () => Promise<T>): Promise<T> {
  return running.run({ statementMs, until: Number.POSITIVE_INFINITY, reads: false, saved: false }, run)
}

/** Runs what is saved beside what somebody asked for, as counting their tries: it never counts as saved. */
export function aside<T>(run: () => Promise<T>): Promise<T> {
  const now = running.getStore()
  return now ? running.run({ ...now }, run) : run()
}
