import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A file whose bytes lie outside the database. */
export interface ContentRow {
  sha256: string
  size: number
  place: string
}

/** Two that keep the same file do it side by side; whoever removes it waits for both, and they for him. */
export async function holdFile(trx: Db, sha256: string, how: 'keep' | 'remove'): Promise<void> {
  const key = sql`hashtextextended(${`file ${sha256}`}, 0)`
  await (how === 'keep'
    ? sql`select pg_advisory_xact_lock_shared(${key})`
    : sql`select pg_advisory_xact_lock(${key})`
  ).execute(trx)
}

export function findContent(db: Db, sha256: string): Promise<ContentRow | undefined> {
  return db
    .selectFrom('file_content')
    .where('sha256', '=', sha256)
    .select(['sha256', 'size', 'place'])
    .executeTakeFirst()
}

/** Notes where bytes lie that are safe there. */
export async function noteContent(trx: Db, row: ContentRow): Promise<void> {
  await trx
    .insertInto('file_content')
    .values(row)
    .onConflict((known) => known.column('sha256').doUpdateSet({ place: row.place, kept_at: new Date() }))
    .execute()
}

/** Notes that bytes at a place are perhaps not needed any more. */
export async function noteReleased(trx: Db, { sha256, place }: Omit<ContentRow, 'size'>): Promise<void> {
  await trx
    .insertInto('file_released')
    .values({ sha256, place })
    .onConflict((known) => known.doNothing())
    .execute()
}

export function listReleased(db: Db): Promise<{ sha256: string; place: string }[]> {
  return db.selectFrom('file_released').select(['sha256', 'place']).orderBy('released_at').execute()
}

export async function forgetReleased(
  trx: Db,
  { sha256, place }: { sha256: string; place: string },
): Promise<void> {
  await trx.deleteFrom('file_released').where('sha256', '=', sha256).where('place', '=', place).execute()
}

/** Files after another in the order of their sums, so that a long walk can go on where it was. */
export function listContents(db: Db, after: string, limit: number): Promise<ContentRow[]> {
  return db
    .selectFrom('file_content')
    .where('sha256', '>', after)
    .select(['sha256', 'size', 'place'])
    .orderBy('sha256')
    .limit(limit)
    .execute()
}

/** Every place outside the database where a file lies; none in a database from before there were any. */
export async function listPlacesInUse(db: Db): Promise<string[]> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('public.file_content') is not null as there`.execute(db)
  if (!tables[0]?.there) return []
  const rows = await db.selectFrom('file_content').select('place').distinct().orderBy('place').execute()
  return rows.map(({ place }) => place)
}
