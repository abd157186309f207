import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../tables.ts'

/** Triggers that somebody has switched off: then the database no longer keeps what it promises. */
export async function listSleepingTriggers(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%s on %s', tgname, tgrelid::regclass) as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and tgenabled not in ('O', 'A') order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Indexes that were never finished. */
export async function listUnfinished(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and not (indisvalid and indisready) order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** Rows that break a condition which was set only for rows after it: how many, for each such condition. */
export function listBrokenConditions(db: Kysely<Database>): Promise<string[]> {
  return countBroken(
    db,
    sql`
    select format('%s on %s', conname, conrelid::regclass) as name,
      format('select count(*) as rows from %s where not (%s)', conrelid::regclass, pg_get_expr(conbin, conrelid)) as statement
    from pg_constraint
    where contype = 'c' and not convalidated and connamespace = 'public'::regnamespace and conrelid <> 0 order by 1`,
  )
}

/** Sequences that would give a number again that a row has already. */
export async function listBehindSequences(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ sequence: string; table: string; column: string }>`
    select s.oid::regclass::text as sequence, d.refobjid::regclass::text as table, a.attname as column
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace order by 1`.execute(db)
  const behind: string[] = []
  for (const { sequence, table, column } of rows) {
    const found = await sql<{ behind: boolean }>`
      select coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0)
        > (select case when is_called then last_value else last_value - 1 end from ${sql.table(sequence)}) as behind`.execute(
      db,
    )
    if (found.rows[0]?.behind) behind.push(`${sequence} is behind ${table}.${column}`)
  }
  return behind
}

/** Rows whose key leads to no row: how many, for each key between tables. */
export function listBrokenKeys(db: Kysely<Database>): Promise<string[]> {
  return countBroken(
    db,
    sql`
    select format('%s on %s', conname, conrelid::regclass) as name,
      format('select count(*) as rows from only %s c where %s and not exists (select from %s p where %s)',
        conrelid::regclass,
        (select string_agg(format('c.%I is not null', attname), ' and ')
          from pg_attribute where attrelid = conrelid and attnum = any (conkey)),
        confrelid::regclass,
        (select string_agg(format('p.%I = c.%I', p.attname, f.attname), ' and ')
          from unnest(conkey, confkey) as k (mine, theirs)
          join pg_attribute f on f.attrelid = conrelid and f.attnum = k.mine
          join pg_attribute p on p.attrelid = confrelid and p.attnum = k.theirs)) as statement
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1`,
  )
}

/** Asks each statement of a list how many rows there are that should not be. */
async function countBroken(
  db: Kysely<Database>,
  asked: RawBuilder<{ name: string; statement: string }>,
): Promise<string[]> {
  const { rows } = await asked.execute(db)
  const broken: string[] = []
  for (const { name, statement } of rows) {
    const found = await sql<{ rows: number }>`${sql.raw(statement)}`.execute(db)
    const count = found.rows[0]?.rows ?? 0
    if (count > 0) broken.push(`${name}: ${count} rows`)
  }
  return broken
}

/**
 * Looks through every B-tree index with PostgreSQL's own amcheck. Undefined where it is not there or may not be used.
 * Nothing is left behind: what had to be installed is rolled back.
 */
export async function listSpoiltIndexes(db: Kysely<Database>): Promise<string[] | undefined> {
  const trx = await db.startTransaction().execute()
  try {
    await sql`create extension if not exists amcheck`.execute(trx)
    const { rows: asked } = await sql<{ may: boolean }>`
      select has_function_privilege('bt_index_check(regclass)', 'execute') as may`.execute(trx)
    if (!asked[0]?.may) return undefined
    const { rows } = await sql<{ name: string }>`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
      where m.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p' and i.indisvalid and i.indisready
        and c.relnamespace = 'public'::regnamespace order by 1`.execute(trx)
    const spoilt: string[] = []
    for (const { name } of rows) {
      await sql`savepoint looked`.execute(trx)
      await sql`select bt_index_check(${name}::regclass)`.execute(trx).catch(async (error: Error) => {
        spoilt.push(`${name}: ${error.message}`)
        await sql`rollback to savepoint looked`.execute(trx)
      })
    }
    return spoilt
  } catch {
    return undefined
  } finally {
    await trx.rollback().execute()
  }
}

/** The migrations that have run, oldest first; none where the database has no tables yet. */
export async function listRunMigrations(db: Kysely<Database>): Promise<string[]> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there`.execute(db)
  if (!tables[0]?.there) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
