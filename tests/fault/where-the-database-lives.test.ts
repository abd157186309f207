import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyFolder, goneAfterTest, home, openHouse, usedFolder } from './house.ts'
import { idOf } from './own-server.ts'
import { installIn, postmasterOf, production, small, start } from './program.ts'

openHouse()

/** An ordinary user that every Debian has; empty where there is none to become. */
const nobody = process.getuid?.() === 0 ? { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') } : {}

describe.skipIf(process.getuid?.() !== 0)('as root (skipped for others: nothing stands in their way)', () => {
  test('a clone in a folder that nobody else may enter works, and it says where its database lives', async () => {
    const clone = await installIn(join(await closedFolder(), 'ekokommun'), true)
    const program = start(clone, { ...production, ...small })
    try {
      const address = await program.ready()
      expect((await fetch(address)).status).toBe(200)
      expect(program.output).toMatch(
        /cannot enter .*so the database lives in \/var\/lib\/ekokommun\/ekokommun-/,
      )
      expect(program.output).toContain(join(clone, 'var'))
      expect(await program.stop()).toBe(0)
      const own = /lives in (\S+)\. /.exec(program.output)?.[1] ?? ''
      expect(existsSync(join(own, 'postgres', 'PG_VERSION'))).toBe(true)
      expect(postmasterOf(own)).toBeUndefined()
      const again = start(clone, { ...production, ...small })
      await again.ready()
      expect(again.output).not.toContain('values added')
      expect(await again.stop()).toBe(0)
    } finally {
      const own = /lives in (\/var\/lib\/ekokommun\/\S+)\. /.exec(program.output)?.[1]
      if (own) await rm(own, { recursive: true, force: true })
    }
  })

  test('a data folder that was named but cannot be entered is never exchanged for another: it says what to do', async () => {
    const dataDir = join(await closedFolder(), 'data')
    const program = start(home, { DATA_DIR: dataDir })
    expect(await program.end()).toBe(1)
    expect(program.output).toContain(`who cannot enter ${dataDir}`)
    expect(program.output).toContain('chmod o+x')
    expect(program.output).not.toMatch(/\n\s+at /)
  })

  test('a database that belongs to an ordinary user is run as that user', async () => {
    const dataDir = await usedFolder()
    spawnSync('chown', ['-R', `nobody:`, dataDir])
    const program = start(home, { DATA_DIR: dataDir })
    expect((await fetch(await program.ready())).status).toBe(200)
    const [postmaster] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    expect((await stat(`/proc/${postmaster}`)).uid).toBe(nobody.uid)
    expect(await program.stop()).toBe(0)
  })

  test.skipIf(!mayRun(nobody))(
    'ordinary users start their own, not a stranger’s (skipped where they may not run the clone)',
    async () => {
      const dataDir = await emptyFolder()
      spawnSync('chown', ['nobody:', dataDir])
      const program = start(home, { DATA_DIR: dataDir, ...production, ...small }, nobody)
      expect((await fetch(await program.ready())).status).toBe(200)
      expect(await program.stop()).toBe(0)
      const stranger = start(
        home,
        { DATA_DIR: dataDir },
        { uid: idOf('-u', 'daemon'), gid: idOf('-g', 'daemon') },
      )
      expect(await stranger.end()).toBe(1)
      expect(stranger.output).toMatch(/You may not write in the data folder|belongs to another user/)
      expect(stranger.output).not.toMatch(/\n\s+at /)
    },
  )
})

/** Whether a user may run the Node of this clone: not when a folder above it is closed to them. */
function mayRun(user: { uid?: number; gid?: number }): boolean {
  return spawnSync(process.execPath, ['--version'], user).status === 0
}

/** A folder for root alone, as a home folder or `mktemp -d` is. */
async function closedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-closed-'))
  await chmod(folder, 0o700)
  return goneAfterTest(folder)
}
