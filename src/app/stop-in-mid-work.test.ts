import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#database/open.ts'
import { readConfig } from '#platform/config.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { connectionStringOf } from '../../tests/support/connection-string.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { type KoladaStub, koladaStub } from '../../tests/support/kolada-stub.ts'
import { recorded } from '../../tests/support/recorded-sources.ts'
import { findRun, insertRun, listItems } from '../domains/importing/run-queries.ts'
import { startWork } from './work.ts'

let database: TestDatabase
let kolada: KoladaStub
beforeAll(async () => {
  database = await loadedDatabase()
  kolada = await koladaStub((_, unit, year) => (year === 2024 ? Number(unit) : undefined))
  const origins = await database.db.selectFrom('key_figure_origin').select('foreign_id').distinct().execute()
  const [kpi] = recorded.kpis
  kolada.kpis = origins.map(({ foreign_id }) => ({ ...kpi, id: foreign_id, municipality_type: 'K' }))
})
afterAll(async () => {
  await kolada.close()
  await database.drop()
})

/** A worker as the program has one, with what it takes to end it. */
async function begin() {
  const config = readConfig({
    DATABASE_URL: connectionStringOf(database.connection),
    KOLADA_URL: kolada.url,
    KOLADA_RATE: '1000',
  })
  const open = await openDatabase(
    config,
    () => {},
    () => {},
  )
  const work = await startWork(open, config, 'a secret of the tests, long enough')
  return async () => {
    await work.stop()
    await open.close()
  }
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await pause(20)
}

test('a worker that is stopped in the middle of an import ends at once, and the next one goes on with it', async () => {
  const { db } = database
  const id = await insertRun(db, { adapter: 'kolada', startedBy: 'button', personId: null, dry: false })
  const done = async () => (await listItems(db, id)).filter(({ state }) => state === 'done').length
  // Some figures come, then the source says nothing for long.
  const end = await begin()
  kolada.break(/U07514/, 'hang')
  await wakeJob(db, 'perform-imports')
  await until(async () => kolada.asked.some((path) => path.includes('U07514')))
  const before = performance.now()
  await end()
  expect(performance.now() - before).toBeLessThan(2500)
  expect(await findRun(db, id)).toMatchObject({ state: 'waiting', endedAt: null, error: '', failed: 0 })
  const doneThen = await done()

  const endNext = await begin()
  await wakeJob(db, 'perform-imports')
  await until(async () => (await findRun(db, id))?.state === 'done')
  await endNext()
  expect(await findRun(db, id)).toMatchObject({ failed: 0 })
  expect(await done()).toBeGreaterThan(doneThen)
  const { rows } = await sql<{ figure: string; year: number }>`
    select key_figure_id as figure, year from key_figure_value where source_id = 'kolada'
    group by 1, 2, organisation_code having count(*) > 1`.execute(db)
  expect(rows).toEqual([])
}, 60_000)

test('a stop does not wait for a question that the database does not answer', async () => {
  const config = readConfig({ DATABASE_URL: connectionStringOf(database.connection) })
  const open = await openDatabase(
    config,
    () => {},
    () => {},
  )
  const asked = sql`select pg_sleep(30)`.execute(open.db).catch(() => {})
  await pause(100)
  const before = performance.now()
  await open.close()
  expect(performance.now() - before).toBeLessThan(8000)
  await sql`select pg_cancel_backend(pid) from pg_stat_activity where query like 'select pg_sleep%'`.execute(
    database.db,
  )
  await asked
}, 30_000)
