import { type Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '#database/connect.ts'
import type { Database } from '#database/tables.ts'
import { readConfig } from '#platform/config.ts'
import { createSecrets } from '#platform/secrets.ts'
import { loadedDatabase } from '../../tests/support/database.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { gathered } from './gathered.ts'

const secrets = createSecrets('a secret of the tests, long enough')
const jobs = domains.flatMap(({ jobs: own = [] }) => own)
/** Some days on which much is due in the demonstration. */
const days = ['2026-11-23T12:00:00Z', '2027-02-15T08:00:00Z']

/** How many rows each table has, apart from how often a public change was told. */
async function countRows(db: Kysely<Database>): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select table_name as name, (xpath('/row/n/text()', query_to_xml(
      format('select count(*) as n from %I', table_name), false, true, '')))[1]::text::int as count
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

/** So many workers on a database of their own, who run a job on each of the days at the same time. */
async function openWorkers(count: number) {
  const { connection, db, drop } = await loadedDatabase()
  const pools = Array.from({ length: count }, () => connect(connection, 3))
  onTestFinished(async () => {
    await Promise.all(pools.map((pool) => pool.destroy()))
    await drop()
  })
  const config = readConfig({
    DATA_DIR: await temporaryFolder('jobs'),
    KOLADA_URL: 'http://127.0.0.1:9/v3',
    SCB_URL: 'http://127.0.0.1:9/api/v2',
    MAIL_IN_DOMAIN: 'eko.example',
  })
  return async (run: (typeof jobs)[number]['run']): Promise<Record<string, number>> => {
    for (const day of days) {
      const now = new Date(day)
      const context = { config, secrets, gathered, now, today: dayInStockholm(now) }
      await Promise.all(pools.map((pool) => run({ db: pool, ...context })))
    }
    return countRows(db)
  }
}

test('Two workers that run a job at once do what one does', async () => {
  const [alone, together] = [await openWorkers(1), await openWorkers(2)]
  const before = await alone(async () => {})
  let after = before
  for (const job of jobs) {
    const [once, twice] = [await alone(job.run), await together(job.run)]
    expect(twice, job.name).toEqual(once)
    after = once
  }
  // Otherwise nothing was due, and nothing shown.
  expect(after.mail).toBeGreaterThan(before.mail ?? 0)
}, 120_000)
