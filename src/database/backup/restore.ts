import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Connection, clientConfig } from '../connect.ts'
import { knownMigrations, makeTablesOf } from '../migrate.ts'
import type { Database } from '../tables.ts'
import { BackupFailure } from './failure.ts'
import { folderOf, type Manifest, type TableInManifest } from './manifest.ts'
import {
  bringBack,
  copyIn,
  readDataVersion,
  removeEverything,
  setAside,
  setDataVersion,
  setSequences,
} from './restore-queries.ts'
import { listTables, speakPlainly } from './snapshot-queries.ts'
import { type Backup, readParts } from './verify.ts'

const decompress = promisify(zstdDecompress)

/** Throws {@link BackupFailure} when the backup was made by a program that knows more than this one. */
export function refuseNewerSchema({ migrations, program }: Manifest): void {
  const known = new Set(knownMigrations)
  const unknown = migrations.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new BackupFailure(
    `The backup was made by Ekokommun ${program}, whose tables are newer than this program knows (${unknown.join(', ')}). Restore it with that version of the program, or a newer one.`,
  )
}

/**
 * Replaces everything in the database by the backup, in one transaction: whoever looks, also after a kill in the
 * middle, sees all of the old or all of the new. The tables are made by the migrations of the backup's time, so that
 * an older backup is whole before it is brought up to date.
 */
export async function restoreBackup(
  connection: Connection,
  backup: Backup,
  signal: AbortSignal,
): Promise<void> {
  refuseNewerSchema(backup.manifest)
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => {})
  await client.connect()
  try {
    await speakPlainly(client)
    await client.query('begin')
    const version = await readDataVersion(client)
    await removeEverything(client)
    await makeTables(client, backup.manifest.migrations)
    await requireSameTables(client, backup.manifest)
    const aside = await setAside(client, backup.manifest.tables)
    await loadRows(client, backup, signal)
    await setSequences(client, backup.contents.sequences)
    await setDataVersion(client, await versionNeverSeen(client, backup.manifest, version))
    await bringBack(client, aside)
    signal.throwIfAborted()
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end().catch(() => {})
  }
}

/** Runs migrations inside the transaction that the client is in. */
async function makeTables(client: pg.Client, names: string[]): Promise<void> {
  const held = Object.assign(client, { release: () => {} })
  const pool = { connect: async () => held, end: async () => {}, options: {} }
  await makeTablesOf(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), names)
  // What the migrations left for the end of the transaction is done now, before the tables change again.
  await client.query('set constraints all immediate; set constraints all deferred')
}

async function requireSameTables(client: pg.Client, { tables }: Manifest): Promise<void> {
  const form = (list: TableInManifest[]) =>
    list.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`)
  const [made, told] = [form(await listTables(client)), form(tables)]
  const odd = [...made.filter((one) => !told.includes(one)), ...told.filter((one) => !made.includes(one))]
  if (odd.length === 0) return
  throw new BackupFailure(
    `The tables in the backup are not those of its migrations: ${odd.join('; ')}. Nothing was changed.`,
  )
}

async function loadRows(
  client: pg.Client,
  { file, contents, manifest }: Backup,
  signal: AbortSignal,
): Promise<void> {
  await using parts = readParts(file)
  let part = await parts.next()
  const nextOf = (folder: string) =>
    !part.done && part.value.name.startsWith(folder) ? part.value : undefined
  while (!part.done && !part.value.name.startsWith('tables/')) part = await parts.next()
  for (const table of manifest.tables) {
    const hash = createHash('sha256')
    const rows = async function* () {
      for (let piece = nextOf(folderOf(table.name)); piece; piece = nextOf(folderOf(table.name))) {
        signal.throwIfAborted()
        const plain = await decompress(piece.content)
        hash.update(plain)
        yield plain
        part = await parts.next()
      }
    }
    const stream = client.query(copyFrom(copyIn(table)))
    await pipeline(Readable.from(rows(), { objectMode: true }), stream)
    const told = contents.tables.find(({ name }) => name === table.name)
    if (told?.sha256 !== hash.digest('hex') || told.rows !== stream.rowCount) {
      throw new BackupFailure(
        `The rows of ${table.name} are not those that were written. Nothing was changed.`,
      )
    }
  }
}

/**
 * Pages are kept, also by browsers, for a version of the data. Since the backup more versions may have been than the
 * database now knows of, so it goes on by one for each second that has passed.
 */
async function versionNeverSeen(client: pg.Client, { takenAt }: Manifest, replaced: number): Promise<number> {
  const seconds = Math.ceil(Math.max(0, Date.now() - Date.parse(takenAt)) / 1000)
  return Math.max(replaced, (await readDataVersion(client)) + seconds) + 1
}
