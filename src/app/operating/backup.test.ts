import { copyFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bareDatabase, fingerprints, terminalAt } from '../../../tests/support/backups.ts'
import { emptyForThisTest, loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { storeOf } from '../../../tests/support/s3-server.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { listBackupRuns, lookInside } from '../../database/backup/index.ts'
import { knownMigrations, makeTablesOf } from '../../database/migrate.ts'
import { keepFile, keepFilesIn } from '../../platform/files/store/index.ts'
import { backupCommand } from './backup-command.ts'
import { checkCommand } from './check-command.ts'
import type { OperatingCommand } from './command.ts'
import { restoreCommand } from './restore-command.ts'

let loaded: TestDatabase
let folder = ''
let whole = ''

beforeAll(async () => {
  loaded = await loadedDatabase()
  folder = await mkdtemp(join(tmpdir(), 'ekokommun-backup-'))
  whole = join(folder, 'whole.tar')
  const { context, said } = terminalAt(loaded, [whole])
  expect(await backupCommand.operate(context)).toBe(0)
  expect(said.join('\n')).toMatch(/whole\.tar: \d+ rows of \d+ tables, [\d.]+ MB, in [\d.]+ s/)
})

afterAll(async () => {
  await loaded.drop()
  await rm(folder, { recursive: true })
})

const run = async (
  command: OperatingCommand,
  database: Parameters<typeof terminalAt>[0],
  args: string[],
  settings: Record<string, string> = {},
) => {
  const { context, said } = terminalAt(database, args, settings)
  const code = await command.operate(context).catch((error: Error) => error.message)
  return { code, said: said.join('\n') }
}

test('what is restored is what was backed up, row for row, and holds what it promises', async () => {
  const target = await bareDatabase()
  const { code, said } = await run(restoreCommand, target, [whole])
  expect({ code, said }).toMatchObject({ code: 0 })
  expect(said).toMatch(/Restored: \d+ rows[\s\S]*promises hold/)
  expect(await fingerprints(target.db)).toEqual(await fingerprints(loaded.db))
  // Pages that browsers keep must never be taken for those of the restored data.
  const [before, after] = await Promise.all(
    [loaded, target].map(({ db }) =>
      db.selectFrom('data_version').select('version').executeTakeFirstOrThrow(),
    ),
  )
  expect(after?.version).toBeGreaterThan(before?.version ?? 0)
})

test('the backup is remembered with its time and size, and only its owner may read it', async () => {
  const [latest] = await listBackupRuns(loaded.db)
  const file = await stat(whole)
  expect(latest).toMatchObject({ file: whole, bytes: file.size, fault: null, finishedAt: expect.any(Date) })
  expect(file.mode & 0o077).toBe(0)
})

test('a backup that is cut anywhere is refused and nothing is touched', async () => {
  const target = await bareDatabase()
  const { size } = await stat(whole)
  const cut = join(folder, 'cut.tar')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), async (length) => {
      await copyFile(whole, cut)
      await truncate(cut, length)
      const { code } = await run(restoreCommand, target, [cut])
      expect(code).toMatch(/cut short|not a backup/)
      expect(await lookInside(target.db)).toBe('nothing')
    }),
    { numRuns: 25, examples: [[0], [511], [512], [size - 1], [size - 1024], [size - 2048]] },
  )
})

test('a backup with a single wrong bit anywhere is refused and nothing is touched', async () => {
  const target = await bareDatabase()
  const { size } = await stat(whole)
  const spoilt = join(folder, 'spoilt.tar')
  await copyFile(whole, spoilt)
  const handle = await open(spoilt, 'r+')
  const flip = async (at: number, bit: number) => {
    const byte = Buffer.alloc(1)
    await handle.read(byte, 0, 1, at)
    byte.writeUInt8(byte.readUInt8() ^ (1 << bit))
    await handle.write(byte, 0, 1, at)
  }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: size - 1 }), fc.nat(7), async (at, bit) => {
      await flip(at, bit)
      const { code } = await run(restoreCommand, target, [spoilt])
      await flip(at, bit)
      expect(code).toEqual(expect.any(String))
      expect(await lookInside(target.db)).toBe('nothing')
    }),
    {
      numRuns: 25,
      examples: [
        [0, 0],
        [600, 3],
        [size - 1, 7],
        [size - 1025, 0],
        [size - 2048, 1],
      ],
    },
  )
  await handle.close()
})

test('a backup with bytes after its end is refused', async () => {
  const longer = join(folder, 'longer.tar')
  await writeFile(longer, Buffer.concat([await readFile(whole), Buffer.alloc(512)]))
  expect((await run(restoreCommand, await bareDatabase(), [longer])).code).toMatch(/cut short|spoilt/)
})

test.for<[string, (manifest: Record<string, unknown>) => void, RegExp]>([
  ['of a newer form', (m) => Object.assign(m, { version: 2 }), /form 2, and this program reads up to 1/],
  [
    'of a newer program',
    (m) => Object.assign(m, { migrations: ['9999-later'] }),
    /newer than this program knows \(9999-later\)/,
  ],
  [
    'of another association',
    (m) => Object.assign(m, { association: { code: 'WI', name: 'Wisconsin' } }),
    /Wisconsin \(WI\).*ASSOCIATION/,
  ],
  ['that is not ours', (m) => Object.assign(m, { format: 'other' }), /not a backup of Ekokommun/],
])('a backup %s is refused before anything is touched', async ([, change, says]) => {
  const target = await bareDatabase()
  const other = await withManifest(change)
  expect((await run(restoreCommand, target, [other])).code).toMatch(says)
  expect(await lookInside(target.db)).toBe('nothing')
})

test('production takes no demonstration, and another secret is asked about', async () => {
  const target = await bareDatabase()
  const live = { MODE: 'production', BASE_URL: 'https://eko.example', SMTP_URL: 'smtp://127.0.0.1:9' }
  expect((await run(restoreCommand, target, [whole], live)).code).toMatch(/MODE=demo/)
  const secret = { SECRET: 'another secret that is long enough too' }
  expect((await run(restoreCommand, target, [whole], secret)).code).toMatch(/another SECRET.*--other-secret/)
})

test('data that is there is replaced only when that is said and confirmed', async () => {
  const other = await loadedDatabase()
  await other.db.updateTable('organisation').set({ name: 'Changed' }).where('code', '=', '0180').execute()
  const changed = await fingerprints(other.db)
  expect((await run(restoreCommand, other, [whole])).code).toMatch(/holds data already.*--replace/)
  for (const args of [['--replace'], ['--replace', '--confirm=yes']]) {
    expect((await run(restoreCommand, other, [...args, whole])).code).toMatch(/Nothing was done/)
  }
  expect(await fingerprints(other.db)).toEqual(changed)
  expect((await run(restoreCommand, other, ['--replace', '--confirm=SEKOM', whole])).code).toBe(0)
  expect(await fingerprints(other.db)).toEqual(await fingerprints(loaded.db))
  await other.drop()
})

test('a database of another program is never touched', async () => {
  const target = await bareDatabase()
  await sql`create table somebody_elses (id integer)`.execute(target.db)
  const { code } = await run(restoreCommand, target, ['--replace', '--confirm=SEKOM', whole])
  expect(code).toMatch(/tables of another program/)
})

test('a program that is connected is asked to stop first', async () => {
  const target = await bareDatabase()
  const { default: pg } = await import('pg')
  const { clientConfig } = await import('../../database/connect.ts')
  const program = new pg.Client(clientConfig(target.connection))
  await program.connect()
  expect((await run(restoreCommand, target, [whole])).code).toMatch(/Stop every process/)
  await program.end()
})

test('a backup of older tables is restored and then brought up to date', async () => {
  const old = await bareDatabase()
  await makeTablesOf(old.db, knownMigrations.slice(0, -3))
  await sql`insert into organisation (code, kind, name) values ('SEKOM', 'association', 'Sveriges Ekokommuner')`.execute(
    old.db,
  )
  const file = join(await temporaryFolder('older'), 'older.tar')
  expect((await run(backupCommand, old, [file])).code).toBe(0)
  const target = await bareDatabase()
  const { code, said } = await run(restoreCommand, target, [file])
  expect({ code, said }).toMatchObject({ code: 0 })
  expect(said).toContain(`Brought up to date: ${knownMigrations.slice(-3).join(', ')}`)
})

test('what is written while a backup is made is in it whole or not at all', async () => {
  const busy = await loadedDatabase()
  const file = join(await temporaryFolder('busy'), 'busy.tar')
  let writing = true
  const write = async () => {
    for (let n = 0; writing; n += 1) {
      await sql`
        with file as (insert into payment_file (hash, name, format, message_id, payments, known, skipped, total_ore)
            values (${`h${n}`}, 'f', 'camt', 'm', 1, 0, 0, 100) returning id),
          paid as (insert into payment (file_id, identity, booked_on, amount_ore, reference, payer_name, payer_account)
            select id, ${`i${n}`}, '2026-01-01', 100, '', '', '' from file returning id)
        insert into allocation (payment_id, amount_ore, placed_on, note) select id, 100, '2026-01-01', 'back' from paid`.execute(
        busy.db,
      )
    }
  }
  const writer = write()
  const made = await run(backupCommand, busy, [file])
  writing = false
  await writer
  expect(made.code).toBe(0)
  const target = await bareDatabase()
  expect((await run(restoreCommand, target, [file])).code).toBe(0)
  const count = async (database: typeof target) =>
    (
      await sql<{ files: number; payments: number; placed: number }>`
        select (select count(*) from payment_file where format = 'camt' and message_id = 'm') as files,
          (select count(*) from payment where identity like 'i%' and amount_ore = 100 and payer_account = '') as payments,
          (select count(*) from allocation where note = 'back') as placed`.execute(database.db)
    ).rows[0]
  const [then, later] = [await count(target), await count(busy)]
  expect(then?.payments).toBe(then?.files)
  expect(then?.placed).toBe(then?.files)
  expect(later?.files).toBeGreaterThan(then?.files ?? 0)
  await busy.drop()
})

test('in a folder the newest backups are kept, and what a killed one left is removed', async () => {
  const kept = await temporaryFolder('kept')
  const old = ['2026-01-01T000000Z', '2026-01-02T000000Z'].map((at) => `ekokommun-SEKOM-${at}.tar`)
  const others = ['ekokommun-WI-2026-01-01T000000Z.tar', 'letter.txt']
  for (const name of [...old, ...others, `.${old[0]}.unfinished`]) await writeFile(join(kept, name), 'old')
  expect((await run(backupCommand, loaded, ['--keep', '2', kept])).code).toBe(0)
  const left = await readdir(kept)
  expect(left).toHaveLength(4)
  expect(left).toEqual(expect.arrayContaining([...others, old[1]]))
})

test('a backup that cannot be written leaves nothing, says why and is remembered as failed', async () => {
  const { code } = await run(backupCommand, loaded, [join(folder, 'no-such-folder', 'x.tar')])
  expect(code).toMatch(/could not be written: ENOENT/)
  expect((await run(backupCommand, loaded, [whole])).code).toMatch(/is there already/)
  const [latest] = await listBackupRuns(loaded.db)
  expect(latest).toMatchObject({ bytes: null, fault: expect.stringContaining('ENOENT') })
})

test('a database without an association has nothing to back up', async () => {
  const db = await emptyForThisTest()
  const { code } = await run(backupCommand, { db, connection: loaded.ownerConnection }, [
    join(folder, 'none.tar'),
  ])
  expect(code).toMatch(/nothing to back up/)
})

test('files outside the database are named by the backup, and missed by the check where they are not', async () => {
  const place = await temporaryFolder('files')
  keepFilesIn(storeOf(place))
  onTestFinished(() => keepFilesIn(storeOf('database')))
  const source = await loadedDatabase()
  onTestFinished(source.drop)
  const { outside } = await source.db.transaction().execute((trx) => keepFile(trx, Buffer.from('a file')))
  const file = join(await temporaryFolder('outside'), 'outside.tar')
  const { said } = await run(backupCommand, source, [file])
  expect(said).toContain(`Not in the backup: the files in ${place}, which are copied after it`)
  const target = await bareDatabase()
  expect((await run(restoreCommand, target, [file])).code).toBe(0)
  await rm(join(place, outside?.slice(0, 2) ?? ''), { recursive: true })
  const missed = await run(checkCommand, target, [])
  expect(missed.code).toBe(1)
  expect(missed.said).toContain(
    `It does not hold that every file is where its row says:\n  ${outside} is not in ${place}`,
  )
})

test('the check says what is wrong and ends with 1', async () => {
  const broken = await loadedDatabase()
  expect((await run(checkCommand, broken, [])).code).toBe(0)
  await sql`
    alter table audit_entry disable trigger audit_entry_frozen;
    alter table membership drop constraint membership_organisation_code_fkey;
    update membership set organisation_code = 'nowhere' where organisation_code = (select min(organisation_code) from membership);
    alter table membership add foreign key (organisation_code) references organisation (code) not valid;
    select setval(pg_get_serial_sequence('person', 'id'), 1);
    update invoice_series set last = last + 1;
    alter table ballot_round disable trigger user;
    update ballot_round set roll_size = 0 where closed_at is not null and cancelled_why is null;
    alter table event disable trigger user;
    update event set places = 0 where places > 0 or id in (select event_id from event_registration)`.execute(
    broken.owner,
  )
  const { code, said } = await run(checkCommand, broken, [])
  expect(code).toBe(1)
  expect(said).toMatch(/audit_entry_frozen on audit_entry/)
  expect(said).toMatch(/membership_organisation_code_fkey on membership: 1 rows/)
  expect(said).toMatch(/person_id_seq is behind person\.id/)
  expect(said).toMatch(/numbers of each year’s invoices have no gap:\n {2}\d{4}: number \d+ is missing/)
  expect(said).toMatch(/round \d+: \d+ have voted of 0/)
  expect(said).toMatch(/event \d+: \d+ on-site/)
  await broken.drop()
})

/** The whole backup with another manifest; what comes after is as it was. */
async function withManifest(change: (manifest: Record<string, unknown>) => void): Promise<string> {
  const bytes = await readFile(whole)
  const size = Number.parseInt(bytes.toString('latin1', 124, 135), 8)
  const manifest = JSON.parse(bytes.toString('utf8', 512, 512 + size))
  change(manifest)
  const text = Buffer.from(JSON.stringify(manifest).padEnd(size, ' ')).subarray(0, size)
  const file = join(await temporaryFolder('other'), 'other.tar')
  await writeFile(file, Buffer.concat([bytes.subarray(0, 512), text, bytes.subarray(512 + size)]))
  return file
}
