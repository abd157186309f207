import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import type { Table } from '../rules/columns.ts'
import { type FileMapping, fileMapping } from './mapping.ts'

/** A file that somebody has laid up to be imported. */
export interface ImportFile {
  id: number
  fileName: string
  tables: Table[]
  mappingName: string
  /** Null until somebody has said what its columns mean. */
  mapping: FileMapping | null
  skipsFaulty: boolean
  madeAt: Date
}

const tables: z.ZodType<Table[]> = z.array(
  z.object({
    name: z.string(),
    rows: z.array(z.object({ line: z.number(), cells: z.array(z.union([z.string(), z.number()])) })),
  }),
)

export async function insertFile(
  trx: Kysely<Database>,
  file: {
    fileName: string
    tables: Table[]
    madeBy: number | null
    mappingName: string
    mapping: FileMapping | null
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('import_file')
    .values({
      file_name: file.fileName,
      sheets: JSON.stringify(file.tables),
      mapping_name: file.mappingName,
      mapping: file.mapping && JSON.stringify(file.mapping),
      made_by: file.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findFile(db: Kysely<Database>, id: number): Promise<ImportFile | undefined> {
  const row = await db.selectFrom('import_file').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      fileName: row.file_name,
      tables: tables.parse(row.sheets),
      mappingName: row.mapping_name,
      mapping: fileMapping.nullable().parse(row.mapping),
      skipsFaulty: row.skips_faulty,
      madeAt: row.made_at,
    }
  )
}

/** Says what the columns of a file mean, and keeps that by its name for the next one. */
export async function saveMapping(
  trx: Transaction<Database>,
  fileId: number,
  name: string,
  mapping: FileMapping,
): Promise<void> {
  const json = JSON.stringify(mapping)
  await trx
    .updateTable('import_file')
    .set({ mapping_name: name, mapping: json })
    .where('id', '=', fileId)
    .execute()
  await trx
    .insertInto('import_mapping')
    .values({ name, mapping: json })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ mapping: json, changed_at: sql<Date>`now()` }),
    )
    .execute()
}

/** Says that the rows with faults are to be left out. */
export async function setSkipping(trx: Kysely<Database>, fileId: number, skips: boolean): Promise<void> {
  await trx.updateTable('import_file').set({ skips_faulty: skips }).where('id', '=', fileId).execute()
}

export async function listMappings(db: Kysely<Database>): Promise<{ name: string; mapping: FileMapping }[]> {
  const rows = await db.selectFrom('import_mapping').selectAll().orderBy('name').execute()
  return rows.map(({ name, mapping }) => ({ name, mapping: fileMapping.parse(mapping) }))
}

/** Forgets files that are older than so many days; what they changed and which run did it stays. */
export async function dropOldFiles(db: Kysely<Database>, now: Date, days: number): Promise<void> {
  await sql`delete from import_file f where made_at < ${now}::timestamptz - make_interval(days => ${days})
    and not exists (select from import_run r where r.file_id = f.id and r.state in ('waiting', 'running', 'stopped'))`.execute(
    db,
  )
}
