import type { ColumnType } from 'kysely'
import type { KeyFigureTables } from '#domains/key-figures/tables.ts'
import type { MemberTables } from '#domains/members/tables.ts'

interface DataVersionTable {
  only_row: ColumnType<boolean, never, never>
  version: ColumnType<number, never, never>
}

/** Every table of the program. Each domain describes its own; Kysely wants them together. */
export interface Database extends MemberTables, KeyFigureTables {
  data_version: DataVersionTable
  loaded_file: { path: string; hash: string }
}
