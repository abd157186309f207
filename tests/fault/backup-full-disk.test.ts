import { execFileSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backupCommand } from '../../src/app/operating/backup-command.ts'
import { listBackupRuns, verifyBackup } from '../../src/database/backup/index.ts'
import { terminalAt } from '../support/backups.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { whyNoMount } from './cluster/full-disk.ts'

const { signal } = new AbortController()
const whyNot = whyNoMount()

/** Makes a backup and gives what the command said or ended with. */
async function backUp(database: TestDatabase, file: string): Promise<string> {
  const { context, said } = terminalAt(database, [file])
  return backupCommand.operate(context).then(
    () => said.join('\n'),
    (error: Error) => error.message,
  )
}

/** A disk of its own for a folder, until the test ends. */
async function smallDisk(): Promise<{ folder: string; resize: (bytes: number) => void }> {
  const folder = await temporaryFolder('full-disk')
  const mount = (options: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  mount('size=16k')
  onTestFinished(() => {
    execFileSync('umount', [folder])
  })
  return { folder, resize: (bytes) => mount(`remount,size=${Math.floor(bytes)}`) }
}

test.skipIf(whyNot)(
  `a backup that meets a full disk leaves nothing, says so, and succeeds once there is room${whyNot ? ` (${whyNot})` : ''}`,
  async () => {
    const database = await loadedDatabase()
    onTestFinished(() => database.drop())
    const roomy = join(await temporaryFolder('roomy'), 'backup.tar')
    await backUp(database, roomy)
    const { size } = await stat(roomy)
    const { folder, resize } = await smallDisk()
    const file = join(folder, 'backup.tar')
    for (const part of [0.01, 0.5, 0.99]) {
      resize(size * part)
      expect(await backUp(database, file)).toBe(
        `The disk is full: ${file} was not made. Make room, or choose another folder.`,
      )
      expect(await readdir(folder)).toEqual([])
      const [latest] = await listBackupRuns(database.db)
      expect(latest).toMatchObject({ bytes: null, fault: expect.stringContaining('The disk is full') })
    }
    resize(size * 1.1)
    expect(await backUp(database, file)).toMatch(/backup\.tar: \d+ rows/)
    expect(await readdir(folder)).toEqual(['backup.tar'])
    await verifyBackup(file, signal)
  },
)
