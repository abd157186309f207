import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'
import type { Reason } from './rules/reason.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>

/** Who may read: those of the network, or everyone on the web. */
export type Readers = 'members' | 'everyone'

/** What a person is told of; the mails are made from it. */
export type NoticeKind = 'asked' | 'answered' | 'accepted' | 'thanked' | 'still-true' | 'hidden'

export interface QuestionTables {
  question: {
    id: Generated<number>
    title: string
    body: Generated<string>
    language: Language
    asked_by: number | null
    organisation_code: string | null
    asked_at: Instant
    edited_at: OptionalInstant
    audience: Generated<Readers>
    state: Generated<'open' | 'closed'>
    closed_reason: Generated<string>
    accepted_answer_id: ColumnType<number | null, number | null | undefined, number | null>
    widen_on: OptionalDay
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    /** Made by the database, in the language of the question. */
    search: ColumnType<string, never, never>
  }
  answer: {
    id: Generated<number>
    question_id: number
    body: string
    written_by: number | null
    organisation_code: string | null
    written_at: Instant
    edited_at: OptionalInstant
    source: Generated<'web' | 'mail'>
    audience: Generated<Readers>
    still_true_asked_on: OptionalDay
    confirmed_on: OptionalDay
    outdated_on: OptionalDay
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    search: ColumnType<string, never, never>
  }
  question_key_figure: { question_id: number; key_figure_id: string }
  question_subject: { question_id: number; subject_id: string }
  question_recipient: {
    question_id: number
    person_id: number
    wave: number
    reason: ColumnType<Reason[], string, string>
    asked_at: Instant
    answered_at: OptionalInstant
    declined_at: OptionalInstant
  }
  question_follow: { question_id: number; person_id: number; since: Instant }
  answer_thanks: { answer_id: number; person_id: number; at: Instant }
  question_report: {
    id: Generated<number>
    question_id: number
    answer_id: number | null
    reported_by: number | null
    reason: string
    reported_at: Instant
    settled_at: OptionalInstant
    settled_by: ColumnType<number | null, number | null | undefined, number | null>
    outcome: ColumnType<
      'hidden' | 'left' | null,
      'hidden' | 'left' | null | undefined,
      'hidden' | 'left' | null
    >
  }
  question_notice: {
    id: Generated<number>
    person_id: number
    question_id: number
    answer_id: number | null
    kind: NoticeKind
    created_at: Instant
    mailed_at: OptionalInstant
  }
}
