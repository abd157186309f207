import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { loadedDatabase } from '../../tests/support/database.ts'
import { domains } from './domains.ts'
import { startWork } from './work.ts'

const jobs = domains.flatMap(({ jobs: own = [] }) => own)

test('A start finds the queues and times of the one before, and mends those that say something else', async () => {
  const database = await loadedDatabase()
  onTestFinished(database.drop)
  const startAndStop = async () => {
    const work = await startWork(database, readConfig({}), 'a secret of the tests that is long enough')
    await work.stop()
  }
  const planned = async () =>
    (
      await sql<{ name: string; cron: string; row: string }>`
        select name, cron, xmin::text as row from jobs.schedule order by name`.execute(database.db)
    ).rows
  await startAndStop()
  const first = await planned()
  expect(first.map(({ name, cron }) => `${name} ${cron}`)).toEqual(
    jobs.map(({ name, schedule }) => `${name} ${schedule}`).sort(),
  )
  await startAndStop()
  expect(await planned()).toEqual(first)
  const [gone, odd] = first
  await sql`select jobs.delete_queue(${gone?.name})`.execute(database.db)
  await sql`update jobs.schedule set cron = '0 4 1 1 *' where name = ${odd?.name}`.execute(database.db)
  await startAndStop()
  expect((await planned()).map(({ name, cron }) => ({ name, cron }))).toEqual(
    first.map(({ name, cron }) => ({ name, cron })),
  )
})
