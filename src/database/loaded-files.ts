import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './tables.ts'

/** A file by its path and the hash of its text. */
export interface LoadedFile {
  path: string
  hash: string
}

export async function listLoadedFiles(db: Kysely<Database>): Promise<LoadedFile[]> {
  return db.selectFrom('loaded_file').selectAll().orderBy('path').execute()
}

/** Remembers which files the facts in the database come from. */
export async function rememberLoadedFiles(trx: Transaction<Database>, files: LoadedFile[]): Promise<void> {
  await trx.deleteFrom('loaded_file').execute()
  await trx.insertInto('loaded_file').values(files).execute()
}

/** Makes others that load at the same time wait for this transaction. */
export async function loadAlone(trx: Transaction<Database>): Promise<void> {
  await sql`lock table loaded_file in exclusive mode`.execute(trx)
  // Each of many thousand rows points to others, which lie in memory: found by their index, not by reading them all.
  await sql`set local random_page_cost = 1.1`.execute(trx)
}
