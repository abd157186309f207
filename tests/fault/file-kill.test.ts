import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { checkFiles, keepFilesIn, readFile, removeUnneeded } from '../../src/platform/files/store/index.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'
import { startS3, storeOf } from '../support/s3-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const wholly = { whole: true, signal: new AbortController().signal }

test.each(['a folder', 'a store that speaks S3'])(
  'a program that is killed while it keeps files in %s loses none that it told of, and leaves no row without bytes',
  async (place) => {
    const root = await temporaryFolder('files')
    const folder = join(root, 'files')
    await mkdir(folder)
    const s3 = place === 'a folder' ? undefined : await startS3(join(root, 's3'))
    const setting = s3?.setting ?? folder
    const database = await loadedDatabase()
    onTestFinished(async () => {
      keepFilesIn({ written: undefined, places: [] })
      await database.drop()
      await s3?.away()
    })
    const told = new Map<string, string>()
    for (const [round, enough] of [5, 9, 16].entries()) {
      const keeping = spawn(resolve('node_modules/node/bin/node'), ['tests/fault/keeping-process.ts'], {
        env: {
          ...process.env,
          DATABASE_URL: connectionStringOf(database.connection),
          FILE_STORE: setting,
          FIRST: String(round * 100),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let lines = 0
      for await (const line of createInterface(keeping.stdout)) {
        const [code = '', sha256 = ''] = line.split(' ')
        told.set(code, sha256)
        lines += 1
        // Not at the same step of the next file each time.
        if (lines === enough) setTimeout(() => keeping.kill('SIGKILL'), enough)
      }
      if (keeping.exitCode === null && keeping.signalCode === null) await once(keeping, 'exit')
    }
    keepFilesIn(storeOf(setting))
    for (const [code, sha256] of told) {
      const row = await database.db
        .selectFrom('organisation_profile')
        .where('organisation_code', '=', code)
        .select('logo_sha256')
        .executeTakeFirst()
      expect(row?.logo_sha256, code).toBe(sha256)
      expect(await readFile(database.db, { inside: null, outside: sha256 })).toHaveLength(400_000)
    }
    const found = await checkFiles(database.db, new Date(Date.now() + 2 * 24 * 3_600_000), wholly)
    expect(found).toMatchObject({ missing: [], spoilt: [] })
    expect(found.checked).toBeGreaterThanOrEqual(20)
    await removeUnneeded(database.db, found)
    expect(await checkFiles(database.db, new Date(), wholly)).toMatchObject({
      missing: [],
      spoilt: [],
      unneeded: [],
    })
  },
  60_000,
)
