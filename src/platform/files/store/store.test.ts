import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { startS3, storeOf } from '../../../../tests/support/s3-server.ts'
import { checkFiles, removeUnneeded } from './check.ts'
import { keepFilesIn } from './current.ts'
import { type KeptFile, keepFile, readFile, sumOf } from './keep.ts'
import { moveFiles } from './move.ts'
import { FilesAway } from './place.ts'
import { listReleased } from './queries.ts'
import { removeReleased } from './release.ts'

const ongoing = new AbortController().signal
const day = 24 * 3_600_000
const inDatabase = { written: undefined, places: [] }

let root: string
let database: TestDatabase
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ekokommun-files-'))
  s3 = await startS3(join(root, 's3'))
})
afterAll(async () => {
  await s3.away()
  await rm(root, { recursive: true })
})
beforeEach(async () => {
  database = await loadedDatabase()
})
afterEach(async () => {
  keepFilesIn(inDatabase)
  await database.drop()
})

const places = {
  'the database': { setting: () => 'database', pathOf: undefined },
  'a folder': {
    setting: () => join(root, 'folder'),
    pathOf: (sha256: string) => join(root, 'folder', sha256.slice(0, 2), sha256),
  },
  'a store that speaks S3': { setting: () => s3.setting, pathOf: (sha256: string) => s3.pathOf(sha256) },
}
type PlaceName = keyof typeof places

async function use(name: PlaceName, ...others: PlaceName[]) {
  const store = storeOf([name, ...others].map((one) => places[one].setting()).join(' '))
  for (const place of store.places) await place.check()
  keepFilesIn(store)
  return store
}

/** Gives a member a logo, as its profile does. */
async function giveLogo(bytes: Buffer, code = '1382') {
  return database.db.transaction().execute(async (trx) => {
    const kept = await keepFile(trx, bytes)
    await setLogo(trx, kept, code)
    return kept
  })
}

async function setLogo(db: TestDatabase['db'], { inside, outside }: KeptFile, code = '1382') {
  await sql`insert into organisation_profile (organisation_code, logo, logo_sha256)
    values (${code}, ${inside}, ${outside})
    on conflict (organisation_code) do update set logo = excluded.logo, logo_sha256 = excluded.logo_sha256`.execute(
    db,
  )
}

async function logoOf(code = '1382') {
  const kept = await database.db
    .selectFrom('organisation_profile')
    .where('organisation_code', '=', code)
    .select(['logo as inside', 'logo_sha256 as outside'])
    .executeTakeFirstOrThrow()
  return kept
}

const count = async (table: 'file_content' | 'file_released') =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.db)).rows[0]?.n,
  )

describe.each(Object.keys(places) as PlaceName[])('files in %s', (name) => {
  const outside = name !== 'the database'

  test('come back as they were kept, also empty and large ones', async () => {
    await use(name)
    for (const size of [0, 1, 3_000_000]) {
      const bytes = randomBytes(size)
      await giveLogo(bytes)
      expect((await readFile(database.db, await logoOf())).equals(bytes)).toBe(true)
    }
  })

  test('leave nothing behind when the transaction is taken back', async () => {
    await use(name)
    const bytes = randomBytes(2000)
    const failing = database.db.transaction().execute(async (trx) => {
      await setLogo(trx, await keepFile(trx, bytes), '1382')
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await count('file_content')).toBe(0)
  })

  test('are moved from every other place and back, and what never changes stays the same', async () => {
    const bytes = randomBytes(5000)
    await giveLogo(bytes)
    const { rows } = await sql<{ id: number }>`select id from invoice order by id limit 1`.execute(
      database.db,
    )
    const invoice = rows[0]?.id ?? 0
    await sql`insert into invoice_file (invoice_id, format, content) values (${invoice}, 'pdf', ${bytes})`.execute(
      database.db,
    )
    for (const from of Object.keys(places) as PlaceName[]) {
      await use(from, name)
      await moveFiles(database.owner, ongoing)
      const store = await use(name, from)
      await moveFiles(database.owner, ongoing)
      const kept = await logoOf()
      expect(kept.outside === null).toBe(!outside)
      expect((await readFile(database.db, kept)).equals(bytes)).toBe(true)
      const file = await database.db
        .selectFrom('invoice_file')
        .where('invoice_id', '=', invoice)
        .select(['content as inside', 'content_sha256 as outside'])
        .executeTakeFirstOrThrow()
      expect((await readFile(database.db, file)).equals(bytes)).toBe(true)
      expect(await count('file_released')).toBe(0)
      const found = await checkFiles(database.db, new Date(), { whole: true, signal: ongoing })
      expect(found).toMatchObject({ missing: [], spoilt: [] })
      // Nothing is left in the place that it came from.
      for (const place of store.places.filter((one) => one.name !== store.written?.name)) {
        expect(await place.sizeOf(sumOf(bytes))).toBeUndefined()
      }
      expect(await moveFiles(database.owner, ongoing), 'a second time nothing is left to move').toBe(0)
    }
    const other = sumOf(randomBytes(10))
    await expect(
      sql`update invoice_file set content = '\\x00', content_sha256 = null where invoice_id = ${invoice}`.execute(
        database.owner,
      ),
    ).rejects.toThrow('never changes')
    await expect(
      sql`update invoice_file set content = null, content_sha256 = ${other} where invoice_id = ${invoice}`.execute(
        database.owner,
      ),
    ).rejects.toThrow('never changes')
  })
})

describe.each(['a folder', 'a store that speaks S3'] as const)(
  'files outside the database, in %s',
  (name) => {
    const { pathOf } = places[name]

    test('lie once however often they are kept, and go with the last who refers to them', async () => {
      const { written } = await use(name)
      const bytes = randomBytes(4000)
      const [one, other] = await Promise.all([giveLogo(bytes, '1382'), giveLogo(bytes, '0120')])
      expect(one).toEqual(other)
      expect(await count('file_content')).toBe(1)
      await setLogo(database.db, { inside: null, outside: null }, '1382')
      await removeReleased(database.db)
      expect((await readFile(database.db, await logoOf('0120'))).equals(bytes)).toBe(true)
      await sql`delete from organisation_profile where organisation_code = '0120'`.execute(database.db)
      await removeReleased(database.db)
      expect(await count('file_content')).toBe(0)
      expect(await count('file_released')).toBe(0)
      expect(await written?.sizeOf(sumOf(bytes))).toBeUndefined()
    })

    test('a row never stands without bytes, however keeping and removing meet', async () => {
      await use(name)
      const bytes = randomBytes(100)
      for (let round = 0; round < 8; round += 1) {
        await giveLogo(bytes)
        await setLogo(database.db, { inside: null, outside: null })
        await Promise.all([removeReleased(database.db), giveLogo(bytes), removeReleased(database.db)])
        expect((await readFile(database.db, await logoOf())).equals(bytes), `round ${round}`).toBe(true)
      }
    })

    test('are told as missing or spoilt, never given out, and healed by keeping them again', async () => {
      await use(name)
      const [whole, gone, spoilt] = [randomBytes(900), randomBytes(901), randomBytes(902)]
      await giveLogo(whole, '1382')
      await giveLogo(gone, '0120')
      await giveLogo(spoilt, '0127')
      await unlink(pathOf(sumOf(gone)))
      await writeFile(pathOf(sumOf(spoilt)), randomBytes(902))
      const check = () => checkFiles(database.db, new Date(), { whole: true, signal: ongoing })
      const found = await check()
      expect(found.checked).toBe(3)
      expect(found.missing.map(({ sha256 }) => sha256)).toEqual([sumOf(gone)])
      expect(found.spoilt.map(({ sha256 }) => sha256)).toEqual([sumOf(spoilt)])
      await expect(readFile(database.db, await logoOf('0120'))).rejects.toThrow('missing')
      await expect(readFile(database.db, await logoOf('0127'))).rejects.toThrow('spoilt')
      await giveLogo(gone, '0120')
      expect((await check()).missing).toEqual([])
    })

    test('what nobody refers to is left for a day, then removed', async () => {
      const { written } = await use(name)
      const [used, stray] = [randomBytes(700), randomBytes(701)]
      await giveLogo(used)
      await written?.put(sumOf(stray), stray)
      const at = (time: number) => checkFiles(database.db, new Date(time), { whole: false, signal: ongoing })
      expect((await at(Date.now())).unneeded).toEqual([])
      const late = await at(Date.now() + 2 * day)
      expect(late.unneeded.map(({ sha256 }) => sha256)).toContain(sumOf(stray))
      await removeUnneeded(database.db, late)
      expect(await written?.sizeOf(sumOf(stray))).toBeUndefined()
      expect(await written?.sizeOf(sumOf(used))).toBe(700)
      expect(await listReleased(database.db)).toEqual([])
    })
  },
)

test('files in a bucket whose key the settings do not hold are away, not lost', async () => {
  await use('a store that speaks S3')
  await giveLogo(randomBytes(300))
  await use('a folder')
  await expect(readFile(database.db, await logoOf())).rejects.toThrow(FilesAway)
})

test('a folder that is only called by another name keeps its files', async () => {
  const name = join(root, 'other-name')
  await symlink(join(root, 'folder'), name)
  await use('a folder')
  const bytes = randomBytes(1234)
  await giveLogo(bytes)
  keepFilesIn(storeOf(`${name} ${join(root, 'folder')}`))
  expect(await moveFiles(database.owner, ongoing)).toBeGreaterThan(0)
  expect((await readFile(database.db, await logoOf())).equals(bytes)).toBe(true)
  expect(await count('file_released')).toBe(0)
})

test('a file that was half written when the program was killed is no file, and is tidied away', async () => {
  const { written } = await use('a folder')
  const bytes = randomBytes(50)
  await giveLogo(bytes)
  const path = places['a folder'].pathOf(sumOf(bytes))
  const half = `${path}.1234.half`
  await writeFile(half, bytes.subarray(0, 20))
  await utimes(half, new Date(0), new Date(0))
  const listed = []
  for await (const { sha256 } of written?.list() ?? []) listed.push(sha256)
  expect(listed.filter((sha256) => sha256 === sumOf(bytes))).toHaveLength(1)
  expect((await readdir(join(path, '..'))).filter((file) => file.endsWith('.half'))).toEqual([])
})
