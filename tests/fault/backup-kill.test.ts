import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { verifyBackup } from '../../src/database/backup/index.ts'
import { fingerprints } from '../support/backups.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 120_000 })

const { signal } = new AbortController()

/** Starts a process on a database and kills it at the moment that is waited for; without one it is let to its end. */
async function run(
  { ownerConnection }: TestDatabase,
  args: string[],
  moment?: () => Promise<unknown>,
): Promise<{ ms: number; code: number | null }> {
  const child = spawn(resolve('node_modules/node/bin/node'), ['tests/fault/backup-process.ts', ...args], {
    env: { ...process.env, DATABASE_URL: connectionStringOf(ownerConnection) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const begun = performance.now()
  if (moment) {
    await Promise.race([moment(), ended])
    child.kill('SIGKILL')
  }
  const [code] = await ended
  return { ms: performance.now() - begun, code }
}

/** Waits until somebody is at a statement in a database. */
async function untilSaid({ owner }: TestDatabase, statement: RegExp): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ query: string }>`
      select query from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(owner)
    if (rows.some(({ query }) => statement.test(query))) return
    await pause(2)
  }
}

test('a backup that is killed leaves nothing that could be taken for one, and the next one is whole', async () => {
  const database = await loadedDatabase()
  const folder = await temporaryFolder('backup-kill')
  const file = join(folder, 'backup.tar')
  const { ms } = await run(database, ['backup', join(folder, 'first.tar')])
  let killed = 0
  for (const part of [0.2, 0.4, 0.6]) {
    await run(database, ['backup', file], () => pause(ms * part))
    if (!(await readdir(folder)).includes('backup.tar')) killed += 1
    // One that was quicker than its end is whole.
    else await verifyBackup(file, signal).finally(() => rm(file))
  }
  expect(killed).toBeGreaterThan(0)
  expect((await run(database, ['backup', file])).code).toBe(0)
  expect((await readdir(folder)).toSorted()).toEqual(['backup.tar', 'first.tar'])
  expect((await verifyBackup(file, signal)).contents.tables.length).toBeGreaterThan(50)
  await database.drop()
})

test('a restore that is killed leaves all of the old', async () => {
  const database = await loadedDatabase()
  const file = join(await temporaryFolder('restore-kill'), 'backup.tar')
  await run(database, ['backup', file])
  const whole = await fingerprints(database.owner)
  const changed = await loadedDatabase()
  await changed.db.updateTable('organisation').set({ name: 'Changed' }).where('code', '=', '0180').execute()
  const before = await fingerprints(changed.owner)
  // While the tables are made anew, and while rows come in.
  for (const statement of [/^\s*(create|alter) /i, /^copy .*key_figure_value/i]) {
    expect((await run(changed, ['restore', file], () => untilSaid(changed, statement))).code).toBeNull()
    expect(await fingerprints(changed.owner)).toEqual(before)
  }
  expect((await run(changed, ['restore', file])).code).toBe(0)
  expect(await fingerprints(changed.owner)).toEqual(whole)
  await changed.drop()
  await database.drop()
})
