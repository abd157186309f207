import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

/** What the board recommends, and what the meeting decides, on a motion. */
export type MotionOutcome = 'adopt' | 'reject' | 'answered'
/** What the board proposes. The first three change rooms of other houses when the meeting says yes. */
export type ProposalKind =
  | 'fee'
  | 'key-figure-set'
  | 'statutes'
  | 'activity-plan'
  | 'budget'
  | 'dissolution'
  | 'other'
/** What the meeting elects to. */
export type Post = 'chair' | 'member' | 'substitute' | 'auditor' | 'nomination-committee'
/** How somebody takes part. */
export type Attends = 'on-site' | 'online'

export interface AnnualTables {
  meeting_notice: { meeting_id: number; person_id: number; sent_at: Instant }
  motion: {
    id: Generated<number>
    meeting_id: number
    organisation_code: string
    title: string
    text: string
    written_by: Optional<number>
    handed_in_at: Instant
    withdrawn_at: OptionalInstant
    opinion: Optional<MotionOutcome>
    opinion_text: Generated<string>
    opinion_at: OptionalInstant
    outcome: Optional<MotionOutcome>
    decision: Generated<string>
    version: Generated<number>
    made_up: Generated<boolean>
  }
  /** The numbered demands that the meeting says yes or no to. */
  motion_demand: { motion_id: number; ordinal: number; text: string }
  annual_proposal: {
    id: Generated<number>
    meeting_id: number
    kind: ProposalKind
    title: string
    text: string
    business_kind: Optional<string>
    business_id: Optional<string>
    withdrawn_at: OptionalInstant
    outcome: Optional<string>
    version: Generated<number>
    made_up: Generated<boolean>
  }
  nomination: {
    id: Generated<number>
    meeting_id: number
    post: Post
    name: string
    email: Optional<string>
    party: Generated<string>
    part_of_country: Generated<string>
    organisation_code: Optional<string>
    presentation: Generated<string>
    person_id: Optional<number>
    /** The nomination committee proposes this candidate. */
    proposed: Generated<boolean>
    nominated_by: Optional<number>
    nominated_at: ColumnType<Date, Date | undefined, Date>
    withdrawn_at: OptionalInstant
    elected_at: OptionalInstant
    made_up: Generated<boolean>
  }
  /** Whom a member sends for one of its votes instead of the contact person. */
  delegate_choice: {
    meeting_id: number
    organisation_code: string
    place: number
    person_id: number
    named_by: Optional<number>
    named_at: Instant
  }
  /** One of a member's votes that a delegate carries for somebody else. */
  proxy: {
    id: Generated<number>
    meeting_id: number
    organisation_code: string
    place: number
    to_person_id: number
    given_by: Optional<number>
    given_at: Instant
    revoked_at: OptionalInstant
  }
  meeting_registration: {
    meeting_id: number
    person_id: number
    organisation_code: Optional<string>
    attends: Generated<Attends>
    registered_at: Instant
    /** When the secretariat found the credential to be good. */
    checked_at: OptionalInstant
    checked_by: Optional<number>
  }
  /** Written by the database whenever a frozen roll changes. */
  roll_change: {
    id: ColumnType<number, never, never>
    meeting_id: ColumnType<number, never, never>
    entry_id: ColumnType<number, never, never>
    change: ColumnType<'added' | 'withdrawn' | 'restored', never, never>
    why: ColumnType<string, never, never>
    at: ColumnType<Date, never, never>
    noted_by: ColumnType<string, never, never>
  }
  speaking_request: {
    id: Generated<number>
    meeting_id: number
    item_id: Optional<number>
    person_id: number
    organisation_code: Optional<string>
    kind: 'floor' | 'order'
    asked_at: Instant
    spoken_at: OptionalInstant
    withdrawn_at: OptionalInstant
  }
}
