import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { bundleForNode } from '../../bin/build.mjs'
import { publishReadings } from '../../src/domains/key-figures/index.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 180_000 })

const followers = 250

test('recall notices to 250 followers are written once each, although two workers are killed again and again', async () => {
  const database = await loadedDatabase()
  const { db } = database
  const program = resolve(`build/recall-process-${process.pid}.js`)
  await bundleForNode('tests/fault/recall-process.ts', program)
  const start = (): ChildProcess =>
    spawn(resolve('node_modules/node/bin/node'), [program], {
      env: { ...process.env, DATABASE_URL: connectionStringOf(database.connection) },
      stdio: 'inherit',
    })
  const written = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from mail where kind = 'recall'`.execute(db)).rows[0]
      ?.n ?? 0
  try {
    await sql`insert into follower (email) select 'p' || n || '@x.example' from generate_series(1, ${followers}) n`.execute(
      db,
    )
    await sql`
      insert into follow (follower_id, kind, extent, address, seen_at, confirmed_at)
      select id, 'subscribed', 'chosen', '/nyckeltal/2?kommun=1382', '2026-11-23T12:00Z', now() from follower`.execute(
      db,
    )
    await sql`insert into follow_scope (follow_id, key_figure_id, organisation_code) select id, '2', '1382' from follow`.execute(
      db,
    )
    const reading = {
      figureId: '2',
      code: '1382',
      year: 2023,
      value: 60,
      missing: null,
      comment: '',
      reason: '',
      reportedBy: '',
    }
    await db
      .transaction()
      .execute((trx) =>
        publishReadings(trx, [reading], { now: new Date('2026-11-24T10:00:00Z'), madeUp: true }),
      )

    for (const enough of [1, 40, 120]) {
      const workers = [start(), start()]
      const ended = workers.map((worker) => once(worker, 'exit'))
      while ((await written()) < enough && workers.some(({ exitCode }) => exitCode === null)) await pause(2)
      for (const worker of workers) worker.kill('SIGKILL')
      await Promise.all(ended)
    }
    expect(await written()).toBeLessThan(followers)
    const [code] = await once(start(), 'exit')
    expect(code).toBe(0)

    const { rows } = await sql<{ recipient: string; times: number }>`
      select recipient, count(*)::int as times from mail where kind = 'recall' group by recipient`.execute(db)
    expect(rows).toHaveLength(followers)
    expect(rows.filter(({ times }) => times !== 1)).toEqual([])
    const { rows: noted } = await sql`select from recall_notice_part where day = '2026-11-24'`.execute(db)
    expect(noted).toHaveLength(followers)
    const [again] = await once(start(), 'exit')
    expect(again).toBe(0)
    expect(await written()).toBe(followers)
  } finally {
    await Promise.all([program, `${program}.map`].map((file) => rm(file, { force: true })))
    await database.drop()
  }
})
