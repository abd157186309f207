import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Database } from '../tables.ts'
import type { Contents, TableInManifest } from './manifest.ts'
import { quoted } from './snapshot-queries.ts'

/** Whether the database has anything of ours, of others, or nothing at all. */
export type Found = 'nothing' | 'ours' | 'others'

/** Looks what is in the database before anything is put there. */
export async function lookInside(db: Kysely<Database>): Promise<Found> {
  const { rows } = await sql<{ tables: number; ours: boolean }>`
    select count(*) as tables, coalesce(bool_or(c.relname = 'kysely_migration'), false) as ours
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`.execute(db)
  if (rows[0]?.ours) return 'ours'
  return rows[0]?.tables ? 'others' : 'nothing'
}

/** Whether an association lives in a database of ours: tables alone are nothing that could be lost. */
export async function holdsData(db: Kysely<Database>): Promise<boolean> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('public.organisation') is not null as there`.execute(db)
  if (!tables[0]?.there) return false
  return (await db.selectFrom('organisation').select('code').limit(1).executeTakeFirst()) !== undefined
}

/**
 * Connections of other processes of the program to this database, which would write while we replace what it has.
 * `web` is the other one that this process has open itself.
 */
export async function countOtherPrograms(db: Kysely<Database>, web: Kysely<Database>): Promise<number> {
  const own = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(web)
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from pg_stat_activity
    where datname = current_database() and pid not in (pg_backend_pid(), ${own.rows[0]?.pid ?? 0})
      and coalesce(application_name, '') like 'ekokommun%'`.execute(db)
  return rows[0]?.others ?? 0
}

/** Where the version of the public data stands, 0 when there is none. */
export async function readDataVersion(client: pg.ClientBase): Promise<number> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('public.data_version') is not null as there`,
  )
  if (!tables[0]?.there) return 0
  const { rows } = await client.query<{ version: number }>('select version from data_version')
  return rows[0]?.version ?? 0
}

/** Browsers keep pages by this version: after a restore it must be one that never was. */
export async function setDataVersion(client: pg.ClientBase, version: number): Promise<void> {
  await client.query('update data_version set version = greatest(version, $1)', [version])
}

/** Removes everything of ours: tables, views, functions, types and the queues; extensions and rights of others stay. */
export async function removeEverything(client: pg.ClientBase): Promise<void> {
  await client.query(`
    drop schema if exists jobs cascade;
    do $$
    declare
      statement text;
    begin
      for statement in
        select format('drop %s if exists public.%I cascade',
            case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, relname)
          from pg_class c
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and not relispartition
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'i', 'a'))
      loop execute statement; end loop;
      for statement in
        select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
          where pronamespace = 'public'::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute statement; end loop;
      for statement in
        select format('drop type if exists public.%I cascade', typname) from pg_type t
          where typnamespace = 'public'::regnamespace and typtype in ('c', 'd', 'e', 'r') and typelem = 0
            and (typrelid = 0 or exists (select from pg_class c where c.oid = typrelid and c.relkind = 'c'))
            and not exists (select from pg_depend d where d.objid = t.oid and d.deptype in ('e', 'i'))
      loop execute statement; end loop;
    end $$`)
}

/** What would slow the loading down or act on it; to be brought back when the rows are there. */
export interface SetAside {
  tables: string[]
  /** Statements that bring keys to other tables and indexes back, in order. */
  back: string[]
}

/** Empties the tables, and sets their triggers, keys to other tables and plain indexes aside. */
export async function setAside(client: pg.ClientBase, tables: TableInManifest[]): Promise<SetAside> {
  const names = tables.map(({ name }) => name)
  const keys = await client.query<{ gone: string; back: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as gone,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
     from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  )
  const indexes = await client.query<{ gone: string; back: string }>(
    `select format('drop index %s', indexrelid::regclass) as gone, pg_get_indexdef(indexrelid) as back
     from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any ($1) and t.relkind = 'r'
       and not x.relispartition and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [names],
  )
  const statements = [
    ...names.map((name) => `alter table ${quoted(name)} disable trigger user`),
    ...keys.rows.map(({ gone }) => gone),
    ...indexes.rows.map(({ gone }) => gone),
    `truncate ${names.map(quoted).join(', ')}`,
  ]
  for (const statement of statements) await client.query(statement)
  return { tables: names, back: [...indexes.rows, ...keys.rows].map(({ back }) => back) }
}

/** Brings everything back. A row whose key leads nowhere ends it here. */
export async function bringBack(client: pg.ClientBase, { tables, back }: SetAside): Promise<void> {
  for (const statement of back) await client.query(statement)
  for (const name of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
}

/** The statement that takes the rows of a table. */
export function copyIn({ name, columns }: TableInManifest): string {
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`
}

/** Sets every sequence where it stood. */
export async function setSequences(client: pg.ClientBase, sequences: Contents['sequences']): Promise<void> {
  for (const { name, value, used } of sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, used])
  }
}
