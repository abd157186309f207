import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'
import type { ExampleState } from './rules.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface GoodExampleTables {
  good_example: {
    id: Generated<number>
    organisation_code: string
    state: Generated<ExampleState>
    year: number | null
    criteria: Generated<number[]>
    sdgs: Generated<number[]>
    contact_id: number | null
    published_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  good_example_text: {
    example_id: number
    language: Language
    title: string
    summary: Generated<string>
    problem: Generated<string>
    action: Generated<string>
    cost: Generated<string>
    duration: Generated<string>
    result: Generated<string>
    differently: Generated<string>
    /** Made by the database, in the language of the text. */
    search: ColumnType<string, never, never>
  }
  good_example_figure: { example_id: number; key_figure_id: string }
  good_example_link: { example_id: number; ordinal: number; label: string; address: string }
}
