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

/**
 * Tells the database how much of what it holds now. It would find out by itself within a minute or two, and until then
 * the first visitors would wait for plans that are made in the dark.
 */
export async function lookAtTables(trx: Transaction<Database>): Promise<void> {
  await sql`analyze`.execute(trx)
}
