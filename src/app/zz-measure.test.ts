import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase } from '../../tests/support/database.ts'
import { get } from '../../tests/support/login.ts'
import { startS3, storeOf } from '../../tests/support/s3-server.ts'
import { keepFile, keepFilesIn } from '../platform/files/store/index.ts'

test('times', async () => {
  const root = await mkdtemp(join(tmpdir(), 'ekokommun-files-'))
  const s3 = await startS3(join(root, 's3'))
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(root, 'folder'))
  const database = await loadedDatabase()
  const app = testApp(database.db)
  const { rows } = await sql<{
    code: string
  }>`select code from organisation where kind='municipality' order by code limit 10`.execute(database.db)
  for (const value of ['database', join(root, 'folder'), s3.setting]) {
    keepFilesIn(storeOf(value))
    for (const { code } of rows)
      await database.db.transaction().execute(async (trx) => {
        const { inside, outside } = await keepFile(trx, randomBytes(200_000))
        await sql`insert into organisation_profile (organisation_code, logo, logo_sha256) values (${code}, ${inside}, ${outside})
       on conflict (organisation_code) do update set logo = excluded.logo, logo_sha256 = excluded.logo_sha256`.execute(
          trx,
        )
      })
    const times: number[] = []
    for (let i = 0; i < 25; i += 1) {
      const begin = performance.now()
      await get(app, '/kommuner/1382')
      const all = await Promise.all(
        rows.map(async ({ code }) => {
          const r = await get(app, `/kommuner/${code}/logotyp.webp`)
          return (await r.arrayBuffer()).byteLength
        }),
      )
      expect(all).toEqual(rows.map(() => 200_000))
      times.push(performance.now() - begin)
    }
    times.sort((a, b) => a - b)
    console.log('TIME', value.slice(0, 12), 'median', times[12]?.toFixed(1), 'fastest', times[0]?.toFixed(1))
  }
  keepFilesIn({ written: undefined, places: [] })
  await database.drop()
  await s3.away()
  await rm(root, { recursive: true })
}, 120_000)
