import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, never>

export type Direction = 'up' | 'down'
export type Scope = 'place' | 'organisation'
export type ValueStatus = 'preliminary' | 'final'
/** How a value came about; `made-up` exists in demonstrations only and is said wherever the value shows. */
export type Basis = 'published' | 'computed' | 'estimated' | 'made-up'
export type MissingReason = 'not-reported' | 'not-applicable' | 'not-measured' | 'confidential'
export type Certainty = 'decided' | 'published' | 'inferred'

export interface KeyFigureTables {
  key_figure_set: {
    id: string
    name_sv: string
    name_en: string
    decided_year: number | null
    decided_on: string | null
    decision_sv: string
    decision_en: string
  }
  key_figure: {
    id: string
    set_id: string
    ordinal: number
    number: string
    name_sv: string
    name_en: string
    explanation_sv: string
    explanation_en: string
    unit_sv: string
    unit_en: string
    decimals: number
    direction: Direction
    scope: Scope
    numerator_sv: string | null
    numerator_en: string | null
    denominator_sv: string | null
    denominator_en: string | null
    producer_sv: string
    producer_en: string
    reported_by: 'national' | 'reporter'
    plausible_min: number | null
    plausible_max: number | null
    target_value: number | null
    target_year: number | null
    target_by_sv: string | null
    target_by_en: string | null
    class_limits: number[] | null
    criteria: number[]
    sdgs: number[]
    replaces: string[]
    certainty: Certainty
    values_note_sv: string | null
    values_note_en: string | null
  }
  organisation_target: {
    organisation_code: string
    key_figure_id: string
    value: number
    year: number
    decision: string
    made_up: Generated<boolean>
    set_by: number | null
  }
  key_figure_break: { key_figure_id: string; year: number; reason_sv: string; reason_en: string }
  /** Why values of a figure were corrected on a day; of all organisations when the code is empty. */
  revision_explanation: {
    day: string
    key_figure_id: string
    organisation_code: string
    text_sv: string
    text_en: string
    written_by: number | null
  }
  key_figure_value: {
    id: Generated<number>
    key_figure_id: string
    organisation_code: string
    year: number
    value: number | null
    missing_reason: MissingReason | null
    status: ValueStatus
    basis: Basis
    deviation_sv: string | null
    deviation_en: string | null
    source_id: string
    reported_by: string
    revision_sv: string | null
    revision_en: string | null
    comment: Generated<string>
    known_from: Instant
    known_until: ColumnType<Date | null, Date | string | null | undefined, Date | string>
  }
}
