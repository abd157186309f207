import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** As what somebody is present. */
export type Capacity = 'member' | 'substitute' | 'adjoined'

export interface BoardTables {
  board_attendance: {
    id: Generated<number>
    meeting_id: number
    person_id: number | null
    /** Of an adjoined person without a place in the register. */
    name: Generated<string>
    capacity: Capacity
    /** The member whose vote a substitute has. */
    in_place_of: number | null
  }
  /** The numbers of the board's decisions, which run through the year. */
  board_paragraph: {
    year: number
    number: number
    item_id: number | null
    /** How many with a vote took part in the decision. */
    voters: number | null
  }
  meeting_item_partial: { item_id: number; person_id: number; reason: Generated<string> }
  meeting_item_show: {
    item_id: number
    in_favour: number
    against: number
    abstained: number
    tie_broken_by: 'chair' | 'lot' | null
  }
  meeting_item_reservation: {
    id: Generated<number>
    item_id: number
    person_id: number
    text: Generated<string>
  }
  meeting_item_file: {
    id: Generated<number>
    item_id: number
    name: string
    media_type: string
    standard: string
    size: number
    sha256: string
    uploaded_by: number
    uploaded_at: Instant
  }
  meeting_item_file_content: FileColumns<'content'> & { file_id: number }
  meeting_task: {
    id: Generated<number>
    item_id: number
    person_id: number
    what: string
    /** `YYYY-MM-DD`. */
    due_on: ColumnType<string, string, string>
    done_at: OptionalInstant
    made_up: Generated<boolean>
  }
  board_calendar: { person_id: number; token: string; made_at: Instant }
}
