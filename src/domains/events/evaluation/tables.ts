import type { ColumnType, Generated } from 'kysely'
import type { QuestionKind } from './rules.ts'

type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface EvaluationTables {
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
    kind: QuestionKind
    text_sv: string
    text_en: Generated<string>
  }
  event_evaluation_ticket: { hash: string; event_id: number }
  event_evaluation_answer: { event_id: number; question: string; mark: number | null; words: string | null }
}
