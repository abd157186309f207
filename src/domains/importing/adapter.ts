import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import type { AnswerMark } from '#platform/fetch/polite-client.ts'
import type { Change } from './rules/run.ts'
import type { Run } from './run-queries.ts'

/** Where an import happens. */
export interface Place {
  db: Kysely<Database>
  config: Config
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** Aborted when it should stop; what is done stays done. */
  signal?: AbortSignal
  /** How to wait for a source; for tests. */
  wait?: (ms: number) => Promise<unknown>
}

/** What a source gave for one item: nothing new, or something to write. */
export type Read =
  | { changed: false }
  | {
      changed: true
      rows: number
      /** Writes it in the item's one transaction, and gives what that changed. */
      write: (trx: Transaction<Database>, now: Date) => Promise<Change[]>
      /** What the source said of its answers, by address. */
      marks: Map<string, AnswerMark>
      /** What the reader should know though nothing is wrong: `reason: detail`, or empty. */
      remark: string
    }

/** A way to take values in from one source. */
export interface Adapter {
  /** The items of a run, in order: what is read and written as one. */
  list: (place: Place, run: Run) => Promise<string[]>
  /**
   * Gets ready, and gives the reading of an item. Throws `ImportFault` or `FetchFault` when the run cannot be, and
   * so does the reading for its item.
   */
  open: (place: Place, run: Run) => Promise<(item: string, known: Map<string, AnswerMark>) => Promise<Read>>
}
