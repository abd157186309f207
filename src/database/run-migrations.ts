import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { DatabaseFailure } from './failure.ts'
import type { Database } from './tables.ts'

/** A migration as its file exports it. */
export interface KnownMigration {
  /**
   * True when it does not run in a transaction, as `create index concurrently` cannot. It may be broken off anywhere and
   * then runs again, so it begins with removing what it left.
   */
  online?: boolean
  /** `concurrently` is that word, and nothing where all runs in a transaction that has the tables for itself anyway. */
  up(db: Parameters<Migration['up']>[0], concurrently: RawBuilder<unknown>): Promise<void>
}

/** Any fixed number will do; it names "somebody migrates this database". */
const lockKey = 1_980_1996
const lookEveryMs = 100
/** So long a migration waits for a table that others use, while all others wait behind it; then it steps back. */
const lockTimeout = '3s'
const mostTries = 20
const lockNotAvailable = '55P03'

type Migrations = Record<string, KnownMigration>

/** Runs what has not run, in the order of names, while no other process does. Returns the names of what ran. */
export async function runPending(db: Kysely<Database>, migrations: Migrations): Promise<string[]> {
  return alone(db, async () => {
    const { done, pending } = await listPending(db, migrations)
    for (const [i, name] of pending.entries()) {
      if (migrations[name]?.online) await runOnline(db, name, migrations[name])
      // Those that follow each other are one transaction: all of them or none.
      else if (isLast(pending, i, migrations)) await runTogether(db, name, migrations, done)
    }
    return pending
  })
}

/** The same within a transaction that the caller has begun and ends. */
export async function runPendingWithin(trx: Kysely<Database>, migrations: Migrations): Promise<string[]> {
  const { pending } = await listPending(trx, migrations)
  await sql`create table if not exists kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(
    trx,
  )
  for (const name of pending) {
    await migrations[name]?.up(trx, sql``)
    await noteDone(trx, name)
  }
  return pending
}

async function listPending(db: Kysely<Database>, migrations: Migrations) {
  const done = await listDone(db)
  await refuseNewer(db, done, migrations)
  const pending = Object.keys(migrations)
    .filter((name) => !done.includes(name))
    .sort()
  return { done, pending }
}

/** Whether a migration ends a row of those that run in a transaction. */
function isLast(pending: string[], i: number, migrations: Migrations): boolean {
  const next = pending[i + 1]
  return next === undefined || Boolean(migrations[next]?.online)
}

async function runTogether(
  db: Kysely<Database>,
  last: string,
  migrations: Migrations,
  done: string[],
): Promise<void> {
  // What a newer program did before us is known to have been done, and nothing else.
  const newer = done.filter((name) => !migrations[name]).map((name) => [name, { up: async () => {} }])
  const provider = {
    getMigrations: async () => ({ ...Object.fromEntries(newer), ...inTransaction(migrations) }),
  }
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  for (let tries = 1; ; tries += 1) {
    const { error } = await migrator.migrateTo(last)
    if (!error) return
    if (
      tries === mostTries ||
      !(error instanceof Error && 'code' in error && error.code === lockNotAvailable)
    ) {
      throw error
    }
    await pause(tries * lookEveryMs)
  }
}

function inTransaction(migrations: Migrations): Record<string, Migration> {
  const patient = ({ up }: KnownMigration): Migration => ({
    up: async (trx) => {
      await sql`select set_config('lock_timeout', ${lockTimeout}, true)`.execute(trx)
      await up(trx, sql``)
    },
  })
  return Object.fromEntries(Object.entries(migrations).map(([name, one]) => [name, patient(one)]))
}

/** Kysely's own table says what has run; it is there, since nothing online comes first. */
async function runOnline(db: Kysely<Database>, name: string, { up }: KnownMigration): Promise<void> {
  await db.connection().execute(async (held) => {
    await up(held, sql`concurrently`)
    await noteDone(held, name)
  })
}

async function noteDone(db: Kysely<Database>, name: string): Promise<void> {
  const now = new Date().toISOString()
  await sql`insert into kysely_migration (name, timestamp) values (${name}, ${now})`.execute(db)
}

/** The names of the migrations that have run. */
export async function listDone(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (!rows[0]?.there) return []
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return done.rows.map(({ name }) => name)
}

/** A schema that newer programs have only added to can be used; one that lacks what this program uses cannot. */
async function refuseNewer(db: Kysely<Database>, done: string[], migrations: Migrations): Promise<void> {
  if (!done.includes('0032-schema-needs')) return
  const { rows } = await sql<{
    migration: string
  }>`select migration from schema_need order by migration`.execute(db)
  const unknown = rows.map(({ migration }) => migration).filter((name) => !migrations[name])
  if (unknown.length === 0) return
  throw new DatabaseFailure(
    `The database belongs to a newer Ekokommun than this one: it needs a program that knows ${unknown.join(', ')}.\n` +
      'Start that program, or restore a backup from before the upgrade.',
  )
}

/**
 * Waits for its turn and runs alone. It asks again and again instead of waiting in one question, since an index that is
 * made while others go on waits for every question that has begun before it.
 */
async function alone<T>(db: Kysely<Database>, run: () => Promise<T>): Promise<T> {
  return db.connection().execute(async (held) => {
    for (;;) {
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lockKey}) as mine`.execute(
        held,
      )
      if (rows[0]?.mine) break
      await pause(lookEveryMs)
    }
    try {
      return await run()
    } finally {
      await sql`select pg_advisory_unlock(${lockKey})`.execute(held)
    }
  })
}
