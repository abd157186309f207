import { type Kysely, sql } from 'kysely'
import type { Database } from '../tables.ts'
import type { Written } from './write.ts'

/** A backup that was begun. */
export interface BackupRun {
  startedAt: Date
  /** Null while it is under way, and for ever when it was killed. */
  finishedAt: Date | null
  file: string
  /** Null unless it is whole. */
  bytes: number | null
  rows: number | null
  fault: string | null
}

/** Notes that a backup has begun. Undefined where the tables are older than the note. */
export async function noteBegin(db: Kysely<Database>, file: string): Promise<number | undefined> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.backup_run') is not null as there`.execute(db)
  if (!rows[0]?.there) return undefined
  await sql`delete from backup_run where started_at < now() - interval '400 days'`.execute(db)
  const { id } = await db
    .insertInto('backup_run')
    .values({ file, finished_at: null, bytes: null, rows: null, fault: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes how a backup ended. */
export async function noteEnd(
  db: Kysely<Database>,
  id: number,
  end: Written | { fault: string },
): Promise<void> {
  await db
    .updateTable('backup_run')
    .set({
      finished_at: sql<Date>`now()`,
      ...('fault' in end ? { fault: end.fault } : { bytes: end.bytes, rows: end.rows }),
    })
    .where('id', '=', id)
    .execute()
}

/** The latest backups, the newest first. */
export async function listBackupRuns(db: Kysely<Database>, limit = 10): Promise<BackupRun[]> {
  const rows = await db.selectFrom('backup_run').selectAll().orderBy('id', 'desc').limit(limit).execute()
  return rows.map(({ started_at, finished_at, ...rest }) => ({
    ...rest,
    startedAt: started_at,
    finishedAt: finished_at,
  }))
}
