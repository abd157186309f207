import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { Decision, State } from './rules.ts'

type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** JSON that is read through a schema. */
type Json = ColumnType<unknown, string | undefined, string>

/** What an uploaded document is for. */
export type FileKind = 'decision' | 'programme' | 'other'

export interface ApplicationTables {
  application: {
    id: Generated<number>
    organisation_code: string
    state: Generated<State>
    version: Generated<number>
    started_by: number
    started_at: Instant
    changed_at: Instant
    submitted_at: OptionalInstant
    /** `Answers` of `answers.ts`. */
    answers: Json
    review_due_on: OptionalDay
    review_reminders: Generated<number>
    recommendation: Decision | null
    recommendation_text: Generated<string>
    meeting_id: number | null
    decided_on: OptionalDay
    paragraph: Generated<string>
    decision_text: Generated<string>
    member_since: OptionalDay
    made_up: Generated<boolean>
  }
  application_step: {
    id: Generated<number>
    application_id: number
    step: string
    from_state: string | null
    to_state: string
    by_person: number | null
    at: Instant
    text: Generated<string>
    data: Json
  }
  application_file: {
    id: Generated<number>
    application_id: number
    kind: FileKind
    name: string
    media_type: string
    standard: string
    size: number
    sha256: string
    uploaded_by: number
    uploaded_at: Instant
  }
  application_file_content: FileColumns<'content'> & { file_id: number }
  application_review: {
    application_id: number
    person_id: number
    /** `View` of `view.ts`. */
    answers: Json
    changed_at: Instant
    given_at: OptionalInstant
  }
  application_conflict: { application_id: number; person_id: number; reason: string; declared_at: Instant }
}
