import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { databaseOn, onServer } from '../../tests/support/global-setup.ts'
import { connect } from './connect.ts'
import { isNewer, migrate } from './migrate.ts'
import { type KnownMigration, runPending, runPendingWithin } from './run-migrations.ts'
import type { Database } from './tables.ts'

/** Pools of so many programs on a database without any table. */
async function programsOnNothing(count: number): Promise<Kysely<Database>[]> {
  const server = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template template0`)
  const pools = Array.from({ length: count }, () => connect(databaseOn(server, name), 4))
  onTestFinished(async () => {
    await Promise.all(pools.map((pool) => pool.destroy()))
    await onServer(server, `drop database ${name} with (force)`)
  })
  return pools
}

const making = (table: string): KnownMigration => ({
  up: async (db) => {
    await sql`create table ${sql.ref(table)} (id integer)`.execute(db)
  },
})
const indexed = {
  online: true,
  up: async (db: Kysely<unknown>, concurrently: RawBuilder<unknown>) => {
    await sql`drop index ${concurrently} if exists one_id`.execute(db)
    await sql`create index ${concurrently} one_id on one (id)`.execute(db)
  },
}
const [one, two] = [making('one'), making('two')]

test('Of several programs that start at once on an empty database one migrates, and the others find it done', async () => {
  const programs = await programsOnNothing(4)
  const ran = await Promise.all(programs.map(migrate))
  expect(ran.filter(({ length }) => length > 0)).toHaveLength(1)
  expect(ran.flat()).toContain('0032-schema-needs')
  const { rows } = await sql<{ count: number }>`select count(*) as count from kysely_migration`.execute(
    programs[0] ?? fail(),
  )
  expect(rows[0]?.count).toBe(ran.flat().length)
})

test('An old database is brought further by one of them, an index by the way while others wait and write', async () => {
  const programs = await programsOnNothing(3)
  const [first = fail()] = programs
  await runPending(first, { '0001-one': one })
  await sql`insert into one select generate_series(1, 1000)`.execute(first)
  const all = { '0001-one': one, '0002-index': indexed, '0003-two': two }
  const ran = await Promise.all(programs.map((program) => runPending(program, all)))
  expect(ran.flat()).toEqual(['0002-index', '0003-two'])
  const { rows } =
    await sql`select from pg_index where indexrelid = 'one_id'::regclass and indisvalid`.execute(first)
  expect(rows).toHaveLength(1)
})

test('An index that was broken off is made anew at the next start', async () => {
  const [db = fail()] = await programsOnNothing(1)
  const breaking = {
    ...indexed,
    up: async (on: Kysely<unknown>, concurrently: RawBuilder<unknown>) => {
      await indexed.up(on, concurrently)
      throw new Error('killed')
    },
  }
  await expect(runPending(db, { '0001-one': one, '0002-index': breaking })).rejects.toThrow('killed')
  expect(await runPending(db, { '0001-one': one, '0002-index': indexed })).toEqual(['0002-index'])
})

test('Within a transaction of somebody else all run in it, or none', async () => {
  const [db = fail()] = await programsOnNothing(1)
  const all = { '0001-one': one, '0002-index': indexed }
  const given = new Error('given up')
  const run = (end: () => void) =>
    db.transaction().execute(async (trx) => {
      const ran = await runPendingWithin(trx, all)
      end()
      return ran
    })
  await expect(
    run(() => {
      throw given
    }),
  ).rejects.toBe(given)
  expect(await run(() => {})).toEqual(['0001-one', '0002-index'])
  expect(await runPending(db, all)).toEqual([])
})

test('A migration that fails takes those of its transaction with it, and what ran before stays', async () => {
  const [db = fail()] = await programsOnNothing(1)
  const broken = { up: async () => Promise.reject(new Error('wrong')) }
  await expect(
    runPending(db, { '0001-one': one, '0002-index': indexed, '0003-two': two, '0004-wrong': broken }),
  ).rejects.toThrow('wrong')
  expect(await runPending(db, { '0001-one': one, '0002-index': indexed, '0003-two': two })).toEqual([
    '0003-two',
  ])
})

test('A migration that cannot have a table steps back, so that others may go on, and tries again', async () => {
  const [db = fail(), other = fail()] = await programsOnNothing(2)
  await runPending(db, { '0001-one': one })
  const trx = await other.startTransaction().execute()
  await sql`select * from one`.execute(trx)
  const adding = {
    up: async (on: Kysely<unknown>) => {
      await sql`alter table one add column note text`.execute(on)
    },
  }
  const migrating = runPending(db, { '0001-one': one, '0002-note': adding })
  await pause(3300)
  // Somebody who asks after the migration has waited too long is not kept.
  await sql`set statement_timeout = '4s'`.execute(trx)
  await sql`select * from one`.execute(other)
  await trx.rollback().execute()
  expect(await migrating).toEqual(['0002-note'])
})

test('A program of the version before starts on what a newer one has only added to', async () => {
  const [db = fail()] = await programsOnNothing(1)
  await runPending(db, { '0001-one': one, '0002-two': two })
  expect(await runPending(db, { '0001-one': one })).toEqual([])
  expect(await runPending(db, { '0001-one': one, '0003-three': making('three') })).toEqual(['0003-three'])
})

test('A program knows when a newer one has been at work', async () => {
  const [db = fail()] = await programsOnNothing(1)
  await migrate(db)
  expect(await isNewer(db)).toBe(false)
  await sql`insert into kysely_migration (name, timestamp) values ('0099-added', now()::text)`.execute(db)
  expect(await migrate(db)).toEqual([])
  expect(await isNewer(db)).toBe(true)
})

test('A program that is too old for the schema says so and changes nothing', async () => {
  const [db = fail()] = await programsOnNothing(1)
  await migrate(db)
  await sql`insert into schema_need (migration) values ('0099-added'), ('0032-schema-needs')`.execute(db)
  await expect(migrate(db)).rejects.toThrow('needs a program that knows 0099-added')
})

function fail(): never {
  throw new Error('there is no pool')
}
