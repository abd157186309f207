import type { ColumnType } from 'kysely'

export interface AttendanceTables {
  event_door: {
    event_id: number
    key: string
    made_by: number | null
    made_at: ColumnType<Date, Date | undefined, Date>
  }
}
