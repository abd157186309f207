import type { ColumnType, Generated } from 'kysely'
import type { Organ } from '#platform/http/business.ts'

type Day = ColumnType<string, string, string>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** How far a meeting has come. */
export type MeetingState = 'planned' | 'called' | 'open' | 'closed' | 'approved' | 'cancelled'
/** Where a meeting is held. */
export type MeetingForm = 'on-site' | 'online' | 'both'
/** What an item of an agenda is for. */
export type ItemKind = 'formality' | 'information' | 'decision' | 'election'

/** The formalities of every board meeting, in their order; the last two end it. */
export const standings = [
  'opening',
  'adjusters',
  'agenda',
  'previous-minutes',
  'economy',
  'next-meeting',
  'closing',
] as const
export type Standing = (typeof standings)[number]

export interface MeetingTables {
  meeting: {
    id: Generated<number>
    organ: Generated<Organ>
    /** An annual meeting beside the yearly one. */
    extra: Generated<boolean>
    held_on: Day
    starts_at: OptionalInstant
    title: Generated<string>
    place: Generated<string>
    form: Generated<MeetingForm>
    online_address: Generated<string>
    state: Generated<MeetingState>
    statutes_id: ColumnType<string | null, string | null | undefined, string | null>
    called_at: OptionalInstant
    opened_at: OptionalInstant
    closed_at: OptionalInstant
    /** When motions, proposals and nominations of an annual meeting were opened to all. */
    documents_published_at: OptionalInstant
    /** When the voting roll was frozen; from then on its changes are noted. */
    roll_frozen_at: OptionalInstant
    ends_at: OptionalInstant
    cancel_reason: Generated<string>
    /** The notice was late, and everyone has agreed to hold the meeting all the same. */
    late_notice_agreed: Generated<boolean>
    /** When those who were called were last told of a change. */
    recalled_at: OptionalInstant
    /** Who came later or left earlier, in words. */
    attendance_note: Generated<string>
    version: Generated<number>
    made_up: Generated<boolean>
  }
  meeting_item: {
    id: Generated<number>
    meeting_id: number
    ordinal: number
    title: string
    text: Generated<string>
    kind: Generated<ItemKind>
    standing: ColumnType<Standing | null, Standing | null | undefined, Standing | null>
    /** Whether the decision stands in the list that everyone may read. */
    open_to_all: Generated<boolean>
    business_kind: ColumnType<string | null, string | null | undefined, string | null>
    business_id: ColumnType<string | null, string | null | undefined, string | null>
    outcome: ColumnType<string | null, string | null | undefined, string | null>
    decision: Generated<string>
    paragraph: ColumnType<number | null, number | null | undefined, number | null>
    decided_at: OptionalInstant
    version: Generated<number>
    made_up: Generated<boolean>
  }
  /** One row is one vote. */
  voting_roll_entry: {
    id: Generated<number>
    meeting_id: number
    organisation_code: string
    /** Which of the member's votes: 1, 2 … */
    place: number
    person_id: number
    by_proxy: Generated<boolean>
    checked_at: ColumnType<Date, Date | undefined, Date>
    withdrawn_at: OptionalInstant
    withdrawn_why: Generated<string>
  }
}
