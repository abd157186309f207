import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { NamedChange } from '../change-queries.ts'
import { listPlaces } from '../organisations.ts'
import { tryOut } from '../perform.ts'
import type { MappedFile } from '../rules/columns.ts'
import { writingOf } from './adapter.ts'
import type { ImportFile } from './file-queries.ts'
import type { FileMapping } from './mapping.ts'
import { readTables } from './read-file.ts'

/** What a file would do, as it stands now. */
export type Preview =
  | { fault: string; detail: string }
  | { read: MappedFile; changes: Omit<NamedChange, 'item'>[] }

/** Reads a file and tries out what it would change; nothing is written. */
export async function previewOf(
  { db, today }: { db: Kysely<Database>; today: string },
  file: ImportFile,
  mapping: FileMapping,
): Promise<Preview> {
  const read = await readTables(db, file.tables, mapping)
  if ('fault' in read) return read
  const changes = await tryOut({ db }, writingOf(file.mappingName, mapping, read.readings, today))
  const names = new Map((await listPlaces(db)).map(({ code, name }) => [code, name]))
  return {
    read,
    changes: changes.map((change) => ({
      ...change,
      organisationName: names.get(change.code) ?? change.code,
    })),
  }
}
