import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { verifyBackup } from '../../src/database/backup/index.ts'
import { fingerprints } from '../support/backups.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 120_000 })

const { signal } = new AbortController()

/** Starts a process on a database and kills it after a part of the time that it needs; undefined lets it end. */
async function run(
  { ownerConnection }: TestDatabase,
  args: string[],
  killAfterMs?: number,
): Promise<{ ms: number; code: number | null }> {
  const child = spawn(resolve('node_modules/node/bin/node'), ['tests/fault/backup-process.ts', ...args], {
    env: { ...process.env, DATABASE_URL: connectionStringOf(ownerConnection) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  const begun = performance.now()
  if (killAfterMs !== undefined) {
    await pause(killAfterMs)
    child.kill('SIGKILL')
  }
  const [code] = await ended
  return { ms: performance.now() - begun, code }
}

test('a backup that is killed leaves nothing that could be taken for one, and the next one is whole', async () => {
  const database = await loadedDatabase()
  const folder = await temporaryFolder('backup-kill')
  const file = join(folder, 'backup.tar')
  const { ms } = await run(database, ['backup', join(folder, 'first.tar')])
  let killed = 0
  for (const part of [0.2, 0.4, 0.6]) {
    await run(database, ['backup', file], ms * part)
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
  const trial = await loadedDatabase()
  const { ms } = await run(trial, ['restore', file])
  await trial.drop()
  for (const part of [0.3, 0.7]) {
    const { code } = await run(changed, ['restore', file], ms * part)
    const after = await fingerprints(changed.owner)
    expect(after).toEqual(code === 0 ? whole : before)
  }
  expect((await run(changed, ['restore', file])).code).toBe(0)
  expect(await fingerprints(changed.owner)).toEqual(whole)
  await changed.drop()
  await database.drop()
})
