import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { get, loggedIn, post } from '../../tests/support/login.ts'
import { startS3, storeOf } from '../../tests/support/s3-server.ts'
import { ConfigError, readConfig } from '../platform/config.ts'
import {
  FilesAway,
  keepFile,
  keepFilesIn,
  openFileStore,
  removeReleased,
} from '../platform/files/store/index.ts'
import { createSecrets } from '../platform/secrets.ts'
import { filesCommand } from './files-command.ts'
import { gathered } from './gathered.ts'

const form = '/mina-sidor/organisation/1382'
const logo = '/kommuner/1382/logotyp.webp'

let root: string
let database: TestDatabase
let s3: Awaited<ReturnType<typeof startS3>>
let app: ReturnType<typeof testApp>
let contact: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ekokommun-files-'))
  s3 = await startS3(join(root, 's3'))
  database = await loadedDatabase()
  keepFilesIn(storeOf(s3.setting))
  app = testApp(database.db)
  contact = await loggedIn(app, 'kontaktpolitiker')
})
afterAll(async () => {
  keepFilesIn({ written: undefined, places: [] })
  await database.drop()
  await s3.away()
  await rm(root, { recursive: true })
})

async function upload(colour: string, presentation: string) {
  const html = await (await get(app, form, contact)).text()
  const data = new FormData()
  data.set('version', /name="version" value="([^"]*)"/.exec(html)?.[1] ?? '')
  data.set('presentationSv', presentation)
  data.set('logoAlt', 'Falkenbergs kommun')
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: colour } })
  data.set(
    'logo',
    new File([new Uint8Array(await picture.png().toBuffer())], 'logo.png', { type: 'image/png' }),
  )
  return post(app, form, data, contact)
}

const filesOutside = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from file_content`.execute(database.db)).rows[0]?.n)

describe('while the store of the files is away', () => {
  test('a form says so and keeps what was typed, pages go on, a picture asks to come again, and all heals by itself', async () => {
    expect((await upload('#0f5c46', 'Vi började tidigt.')).status).toBe(303)
    expect((await get(app, logo)).status).toBe(200)
    expect(await filesOutside()).toBe(1)

    await s3.away()
    const refused = await upload('#aa2200', 'Nya ord som inte får gå förlorade.')
    expect(refused.status).toBe(503)
    const html = await refused.text()
    expect(html).toContain('svarar inte just nu')
    expect(html).toContain('Nya ord som inte får gå förlorade.')
    expect(await filesOutside()).toBe(1)
    expect(await (await get(app, '/kommuner/1382')).text()).toContain('Vi började tidigt.')
    const picture = await get(app, logo)
    expect(picture.status).toBe(503)
    expect(Number(picture.headers.get('retry-after'))).toBeGreaterThan(0)

    await s3.back()
    await expect.poll(async () => (await get(app, logo)).status).toBe(200)
    expect((await upload('#aa2200', 'Nya ord som inte får gå förlorade.')).status).toBe(303)
  })

  test('an upload that breaks off in the middle is none', async () => {
    const breaking = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.destroy())
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => breaking.once('listening', listening))
    const before = await filesOutside()
    const address = breaking.address()
    const port = address && typeof address === 'object' ? address.port : 0
    keepFilesIn(storeOf(`s3://key:secret@127.0.0.1:${port}/some-bucket?tls=no`))
    const keeping = database.db.transaction().execute((trx) => keepFile(trx, randomBytes(2_000_000)))
    await expect(keeping).rejects.toBeInstanceOf(FilesAway)
    keepFilesIn(storeOf(s3.setting))
    expect(await filesOutside()).toBe(before)
    breaking.close()
  })
})

test('who is forgotten takes along the portrait that nobody else uses', async () => {
  const { rows } = await sql<{ id: number; personId: number }>`
    update event_speaker set person_id = (select min(id) from person where email is not null)
    where id = (select min(id) from event_speaker) returning id, person_id as "personId"`.execute(database.db)
  const [speaker] = rows
  await removeReleased(database.db)
  const before = await filesOutside()
  await database.db.transaction().execute(async (trx) => {
    const { outside } = await keepFile(trx, randomBytes(500))
    await sql`insert into event_portrait (speaker_id, webp_sha256, consented_on)
      values (${speaker?.id ?? 0}, ${outside}, '2026-11-01')
      on conflict (speaker_id) do update set webp = null, webp_sha256 = excluded.webp_sha256`.execute(trx)
  })
  expect(await filesOutside()).toBe(before + 1)
  await database.db.transaction().execute((trx) => gathered.erase(trx, speaker?.personId ?? 0, '2026-11-23'))
  await removeReleased(database.db)
  expect(await filesOutside()).toBe(before)
})

describe('FILE_STORE', () => {
  const open = (value: string) =>
    openFileStore({ fileStore: storeOf(value) }).finally(() => keepFilesIn(storeOf(s3.setting)))

  test.each([
    'files',
    's3://only-a-host/bucket',
    's3://key:hemlighet@host:9000/',
    's3://key:hemlighet@host/a/b',
  ])('%s is refused with its name and what is allowed, without telling a secret', (value) => {
    const read = () => readConfig({ FILE_STORE: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(/FILE_STORE: found .*Allowed: “database”, a folder/)
    expect(read).not.toThrow(/hemlighet/)
  })

  test('with a wrong key or a bucket that does not exist ends the start, without telling a secret', async () => {
    const wrongKey = open(s3.setting.replace('S3RVER:S3RVER', 'S3RVER:hemlighet'))
    await expect(wrongKey).rejects.toThrow(/^FILE_STORE cannot be used: s3:\/\/127[^ ]* refuses: 403/)
    await expect(wrongKey).rejects.not.toThrow(/hemlighet/)
    await expect(open(s3.setting.replace('ekokommun-files', 'no-such-bucket'))).rejects.toThrow(
      /FILE_STORE.*no-such-bucket does not exist/,
    )
    await expect(open('/dev/null/files')).rejects.toThrow(/FILE_STORE.*\/dev\/null\/files/)
  })

  test('that is only away does not keep the program from starting', async () => {
    await expect(open('s3://key:secret@127.0.0.1:9/some-bucket?tls=no')).resolves.toBeUndefined()
  })
})

test('ekokommun files moves and checks', async () => {
  const lines: string[] = []
  const run = (...args: string[]) =>
    filesCommand.run({
      db: database.db,
      asOwner: (act) => act(database.owner),
      config: readConfig({}),
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      args,
      now: () => new Date(),
      today: '2026-11-23',
      print: (line) => lines.push(line),
      remark: () => {},
      signal: new AbortController().signal,
    })
  expect(await run('move')).toBe(0)
  expect(lines.at(-1)).toMatch(/^\d+ files moved\.$/)
  expect(await run('check')).toBe(0)
  expect(lines.at(-1)).toMatch(/^\d+ files outside the database looked at: 0 missing, 0 spoilt/)
  expect(await run('else')).toBe(2)
})
