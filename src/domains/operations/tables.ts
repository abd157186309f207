import type { ColumnType } from 'kysely'

type Instant = ColumnType<Date, Date | undefined, Date>

export interface OperationsTables {
  program_process: {
    id: string
    host: string
    pid: number
    version: string
    /** Whether it runs jobs and sends mail, beside pages. */
    works: boolean
    /** Whether it serves pages. */
    serves: boolean
    started_at: Instant
    seen_at: Instant
  }
  disk_measure: {
    day: string
    database_bytes: number
    free_bytes: number | null
    total_bytes: number | null
  }
}
