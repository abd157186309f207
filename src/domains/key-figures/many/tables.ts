import type { Generated } from 'kysely'
import type { TrendWord } from '../rules/trend.ts'

type Instant = Generated<Date>

/** What is computed ahead in a large association. */
export interface ComparisonTables {
  comparison_state: { only_row: Generated<boolean>; large: boolean; day: string | null }
  comparison_touched: {
    id: Generated<number>
    key_figure_id: string
    year: number | null
    organisation_code: string | null
    trends: Generated<boolean>
    touched_at: Instant
  }
  comparison_statistic: {
    key_figure_id: string
    among: string
    year: number
    count: number
    mean: number
    weighted_mean: number | null
    q1: number
    median: number
    q3: number
    min: number
    max: number
    steps: number[]
    below: number[]
    made_up: boolean
    computed_at: Instant
  }
  comparison_way: {
    key_figure_id: string
    among: string
    year: number
    right_way: number
    wrong_way: number
    unchanged: number
    too_few: number
    computed_at: Instant
  }
  comparison_trend: { key_figure_id: string; organisation_code: string; word: TrendWord; slope: number }
  similarity_place: { organisation_code: string; kind: string; place: string }
  similarity_spread: { kind: string; population: number; density: number; stale: Generated<boolean> }
}
