import type { ColumnType, Generated } from 'kysely'
import type { ComparisonTables } from './many/tables.ts'

type Instant = ColumnType<Date, Date | string, never>

export type Direction = 'up' | 'down'
export type Scope = 'place' | 'organisation'
export type ValueStatus = 'preliminary' | 'final'
/** How a value came about; `made-up` exists in demonstrations only and is said wherever the value shows. */
export type Basis = 'published' | 'computed' | 'estimated' | 'made-up'
export type MissingReason = 'not-reported' | 'not-applicable' | 'not-measured' | 'confidential'
/** Where values are taken from: Kolada's own figures, or what a national file calls them. */
export type OriginAdapter = 'kolada' | 'file'
export type Certainty = 'decided' | 'published' | 'inferred'

/** Whose word holds of a row of the catalogue. */
export type Keeper = 'reference' | 'secretariat' | 'members'
export type PartyState = 'invited' | 'joined' | 'declined' | 'left'
type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface KeyFigureTables extends ComparisonTables {
  catalogue_decision: {
    id: Generated<number>
    meeting: string
    decided_on: string
    paragraph: string
    link: Generated<string>
    made_up: Generated<boolean>
  }
  key_figure_set: {
    id: string
    name_sv: string
    name_en: string
    decided_year: number | null
    decided_on: string | null
    decision_sv: string
    decision_en: string
    current_from: string | null
    decision_id: number | null
    kept_by: Generated<Keeper>
    version: Generated<number>
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
    decision_id: number | null
    kept_by: Generated<Keeper>
    version: Generated<number>
  }
  key_figure_carried: { set_id: string; key_figure_id: string; ordinal: number; number: string }
  kolada_kpi: { key_figure_id: string; number: Generated<number> }
  own_figure: {
    key_figure_id: string
    owner_code: string
    created_at: ColumnType<Date, Date | string | undefined, never>
    created_by: number | null
    archived_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
  }
  own_figure_party: {
    key_figure_id: string
    organisation_code: string
    state: PartyState
    invited_at: ColumnType<Date, Date | string | undefined, never>
    answered_at: OptionalInstant
    answered_by: number | null
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
  key_figure_break: {
    key_figure_id: string
    year: number
    reason_sv: string
    reason_en: string
    decision_id: number | null
  }
  key_figure_origin: {
    key_figure_id: string
    adapter: OriginAdapter
    foreign_id: string
    factor: Generated<number>
    unchanged: Generated<boolean>
    over_members: Generated<boolean>
    active: Generated<boolean>
    edited: Generated<boolean>
    note_sv: Generated<string>
    note_en: Generated<string>
  }
  /** Why values of a figure were corrected on a day; of all organisations when the code is empty. */
  revision_explanation: {
    day: string
    key_figure_id: string
    organisation_code: string
    text_sv: string
    text_en: string
    written_by: number | null
  }
  /** Written by the database itself whenever a target is set, changed or taken away. */
  organisation_target_history: {
    id: Generated<number>
    organisation_code: string
    key_figure_id: string
    value: number
    year: number
    decision: string
    made_up: boolean
    known_from: ColumnType<Date, never, Date | string>
    known_until: ColumnType<Date | null, never, never>
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
    source_status: Generated<string>
    known_from: Instant
    known_until: ColumnType<Date | null, Date | string | null | undefined, Date | string>
  }
}
