import type { ColumnType, Generated } from 'kysely'
import type { MissingReason } from '#domains/key-figures/index.ts'
import type { AskedKind, ReportState } from './rules.ts'

type Instant = ColumnType<Date, Date | undefined, Date>

export interface ReportingTables {
  reporting_round: {
    id: Generated<number>
    year: number
    due_on: string
    opened_at: Instant
    opened_by: number | null
    closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    made_up: Generated<boolean>
    kind: Generated<AskedKind>
    corrections_only: Generated<boolean>
  }
  reporting_round_figure: { round_id: number; key_figure_id: string }
  report: {
    id: Generated<number>
    round_id: number
    organisation_code: string
    state: Generated<ReportState>
    version: Generated<number>
    reminded_on: string | null
  }
  report_answer: {
    report_id: number
    key_figure_id: string
    value: number | null
    numerator: number | null
    denominator: number | null
    missing_reason: MissingReason | null
    comment: Generated<string>
    reason: Generated<string>
    question: Generated<string>
    asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    version: Generated<number>
    answered_by: number | null
    answered_at: Instant
  }
  report_step: {
    id: Generated<number>
    report_id: number
    step: string
    to_state: string
    text: Generated<string>
    by_person: number | null
    at: Instant
  }
  report_approval: { organisation_code: string }
}
