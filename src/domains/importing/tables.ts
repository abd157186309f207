import type { ColumnType, Generated } from 'kysely'
import type { ItemState, RunState, StartedBy } from './rules/run.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** JSON that the reader checks. */
type Json = ColumnType<unknown, string, string>

/** Those that values are taken from. */
export type AdapterName = 'kolada' | 'scb' | 'file'

export interface ImportingTables {
  population_table: {
    id: string
    contents: string
    basis: 'published' | 'perturbed'
    since_year: number
    until_year: number | null
  }
  import_mapping: { name: string; mapping: Json; changed_at: Instant }
  import_file: {
    id: Generated<number>
    file_name: string
    sheets: Json
    mapping_name: Generated<string>
    mapping: ColumnType<unknown, string | null | undefined, string | null>
    skips_faulty: Generated<boolean>
    made_by: number | null
    made_at: Instant
  }
  import_run: {
    id: Generated<number>
    adapter: AdapterName
    started_by: StartedBy
    person_id: number | null
    figure_id: string | null
    file_id: number | null
    file_name: Generated<string>
    dry: Generated<boolean>
    fresh: Generated<boolean>
    state: Generated<RunState>
    error: Generated<string>
    asked_at: Instant
    started_at: OptionalInstant
    ended_at: OptionalInstant
  }
  import_run_item: {
    run_id: number
    item: string
    ordinal: number
    state: Generated<ItemState>
    rows: Generated<number>
    added: Generated<number>
    corrected: Generated<number>
    confirmed: Generated<number>
    withdrawn: Generated<number>
    kept: Generated<number>
    message: Generated<string>
    ended_at: OptionalInstant
  }
  import_change: {
    run_id: number
    ordinal: number
    item: string
    key_figure_id: string | null
    organisation_code: string
    year: number
    kind: string
    before: number | null
    before_missing: string | null
    after: number | null
    after_missing: string | null
  }
  import_answer: {
    adapter: AdapterName
    address: string
    item: string
    etag: string
    last_modified: string
  }
}
