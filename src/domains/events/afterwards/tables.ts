import type { ColumnType, Generated } from 'kysely'

type Day = ColumnType<string, string, string>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** What was learnt at a training, as it was when the certificate was issued. */
export interface TaughtProgramme {
  title: { sv?: string | undefined; en?: string | undefined }
  /** `YYYY-MM-DD` in Stockholm. */
  from: string
  to: string
  sessions: { sv?: string | undefined; en?: string | undefined }[]
}

export interface AfterwardsTables {
  event_material: {
    id: Generated<number>
    event_id: number
    session_id: number | null
    kind: 'document' | 'recording'
    title: string
    open_to: 'everyone' | 'members' | 'participants'
    address: Generated<string>
    captioned: boolean | null
    file_name: Generated<string>
    media_type: Generated<string>
    standard: Generated<string>
    size: Generated<number>
    added_by: number | null
    added_at: ColumnType<Date, Date | undefined, Date>
    made_up: Generated<boolean>
  }
  event_material_content: { material_id: number; content: Buffer }
  event_evaluation: {
    event_id: number
    invited_at: OptionalInstant
    closes_on: OptionalDay
    answered: Generated<number>
    published_at: OptionalInstant
    conclusion: Generated<string>
    made_up: Generated<boolean>
  }
  event_evaluation_question: {
    id: Generated<number>
    event_id: number
    ordinal: number
    kind: 'mark' | 'words'
    text_sv: string
    text_en: Generated<string>
  }
  event_evaluation_ticket: { hash: string; event_id: number }
  event_evaluation_answer: { event_id: number; question: string; mark: number | null; words: string | null }
  training_certificate: {
    id: Generated<number>
    code: string
    event_id: number
    person_id: number | null
    name: string
    organisation: Generated<string>
    hours: ColumnType<string, number, number>
    programme: ColumnType<TaughtProgramme, string, string>
    issued_on: Day
    issued_by: number | null
    withdrawn_at: OptionalInstant
    made_up: Generated<boolean>
  }
}
