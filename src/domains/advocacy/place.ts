import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Where, when and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: { personId: number; name: string }
  now: Date
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** Whether what is written belongs to the demonstration. */
  madeUp: boolean
}
