import type pg from 'pg'
import type { Contents, TableInManifest } from './manifest.ts'

/** Kysely's lock says nothing of the data. */
const left = ['kysely_migration_lock']
/** Any fixed number will do; it names "a backup of this database is being made". */
const backupLock = 1_980_2012

/** A name or a text, safe in a statement. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** One way to write dates, numbers and bytes, whatever the server or the user is set to. */
export async function speakPlainly(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set client_encoding = 'UTF8'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC';
    set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = '60s';
    set idle_in_transaction_session_timeout = 0; set search_path = public`)
}

/** Takes the lock that allows one backup at a time; false when another one is under way. */
export async function lockBackups(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
    backupLock,
  ])
  return rows[0]?.got === true
}

/**
 * Every table that lasts, with the columns that are stored rather than derived. A table in parts is one table; what is
 * unlogged is meant to be lost.
 */
export async function listTables(client: pg.ClientBase): Promise<TableInManifest[]> {
  const { rows } = await client.query<TableInManifest>(
    `select c.relname as name,
       (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relpersistence = 'p' and c.relname <> all ($1)
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [left],
  )
  return rows
}

/**
 * From here on everything that is read is of one moment. The tables are locked against changes of their form first,
 * since such a change takes no notice of moments.
 */
export async function beginSnapshot(client: pg.ClientBase, tables: TableInManifest[]): Promise<void> {
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`)
}

/** The migrations that the database has seen, oldest first, and the version of its server. */
export async function readOrigin(
  client: pg.ClientBase,
): Promise<{ takenAt: Date; postgresql: string; migrations: string[] }> {
  const { rows } = await client.query<{ taken_at: Date; postgresql: string; migrations: string[] }>(
    `select now() as taken_at, current_setting('server_version') as postgresql,
       (select coalesce(json_agg(name order by name), '[]') from kysely_migration) as migrations`,
  )
  const [row] = rows
  if (!row) throw new Error('The server did not say what it is')
  return { takenAt: row.taken_at, postgresql: row.postgresql, migrations: row.migrations }
}

/** Where every sequence stands. Sequences know no moments: read after the rows, they are past what the rows use. */
export async function readSequences(client: pg.ClientBase): Promise<Contents['sequences']> {
  const { rows: names } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  )
  const sequences: Contents['sequences'] = []
  for (const { name } of names) {
    const { rows } = await client.query<{ value: number; used: boolean }>(
      `select last_value as value, is_called as used from ${quoted(name)}`,
    )
    for (const row of rows) sequences.push({ name, ...row })
  }
  return sequences
}

/** The statement that gives the rows of a table. */
export function copyOut({ name, columns }: TableInManifest): string {
  return `copy (select ${columns.map(quoted).join(', ')} from ${quoted(name)}) to stdout`
}
