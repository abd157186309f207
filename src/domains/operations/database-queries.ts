import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** The database as its server tells of it. */
export interface DatabaseState {
  version: string
  bytes: number
  connections: number
  mostConnections: number
  /** The newest change of the tables that has run. */
  migration: string
  /** Servers that follow this one; `lagSeconds` is null where nothing is behind. */
  replicas: { name: string; lagSeconds: number | null }[]
}

/** Reads how the database is doing. Lag is told only to those whom the server lets see it. */
export async function readDatabaseState(db: Kysely<Database>): Promise<DatabaseState> {
  const { rows } = await sql<Omit<DatabaseState, 'replicas'>>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database())::int as connections,
      current_setting('max_connections')::int as "mostConnections",
      (select max(name) from kysely_migration) as migration`.execute(db)
  const { rows: replicas } = await sql<{ name: string; lagSeconds: number | null }>`
    select coalesce(nullif(application_name, ''), client_addr::text, '') as name,
      extract(epoch from replay_lag)::float8 as "lagSeconds"
    from pg_stat_replication order by 1`.execute(db)
  const [state] = rows
  if (!state) throw new Error('the database tells nothing of itself')
  return { ...state, replicas }
}

/** The last backup that went well and the last that did not. */
export interface BackupState {
  lastDone: { at: Date; bytes: number; seconds: number } | null
  lastFailedAt: Date | null
  failure: string
}

/** A day's measure of the disk. */
export interface DiskMeasure {
  day: string
  databaseBytes: number
  freeBytes: number | null
  totalBytes: number | null
}

/** Keeps the measure of a day; the last one of the day counts. */
export async function saveDiskMeasure(db: Kysely<Database>, measure: DiskMeasure): Promise<void> {
  const values = {
    database_bytes: measure.databaseBytes,
    free_bytes: measure.freeBytes,
    total_bytes: measure.totalBytes,
  }
  await db
    .insertInto('disk_measure')
    .values({ day: measure.day, ...values })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(values))
    .execute()
}

/** The measures of the last days, the oldest first. */
export async function listDiskMeasures(db: Kysely<Database>, days: number): Promise<DiskMeasure[]> {
  const rows = await db
    .selectFrom('disk_measure')
    .select([
      'day',
      'database_bytes as databaseBytes',
      'free_bytes as freeBytes',
      'total_bytes as totalBytes',
    ])
    .orderBy('day', 'desc')
    .limit(days)
    .execute()
  return rows.reverse()
}

/** How the backups are doing. */
export async function readBackupState(db: Kysely<Database>): Promise<BackupState> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('backup_run') is not null as there`.execute(db)
  if (!tables[0]?.there) return { lastDone: null, lastFailedAt: null, failure: '' }
  const { rows } = await sql<{
    at: Date
    bytes: number | null
    seconds: number | null
    fault: string | null
  }>`
    (select finished_at as at, bytes, extract(epoch from finished_at - started_at)::float8 as seconds, fault
      from backup_run where bytes is not null order by id desc limit 1)
    union all
    (select coalesce(finished_at, started_at), null, null, coalesce(fault, '')
      from backup_run where bytes is null and (fault is not null or started_at < now() - interval '1 day')
      order by id desc limit 1)`.execute(db)
  const done = rows.find(({ bytes }) => bytes !== null)
  const failed = rows.find(({ bytes }) => bytes === null)
  return {
    lastDone: done ? { at: done.at, bytes: done.bytes ?? 0, seconds: done.seconds ?? 0 } : null,
    lastFailedAt: failed?.at ?? null,
    failure: failed?.fault ?? '',
  }
}
