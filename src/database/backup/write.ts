import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connection, clientConfig } from '../connect.ts'
import { type ArchiveWriter, beginArchive } from './archive-writer.ts'
import { BackupFailure } from './failure.ts'
import {
  type Contents,
  contentsName,
  folderOf,
  formatVersion,
  type Manifest,
  manifestName,
  type TableInManifest,
} from './manifest.ts'
import {
  beginSnapshot,
  copyOut,
  listTables,
  lockBackups,
  readOrigin,
  readSequences,
  speakPlainly,
} from './snapshot-queries.ts'

/** What is told of a backup beside what the database knows itself. */
export type About = Pick<Manifest, 'program' | 'association' | 'madeUp' | 'secretMark' | 'notIncluded'>

/** A finished backup. */
export interface Written {
  /** Of the whole file. */
  bytes: number
  rows: number
  tables: number
}

/** Rows are gathered to pieces of this many bytes, which bounds the memory whatever the size of the database. */
const pieceSize = 4 * 2 ** 20
const compress = promisify(zstdCompress)

/**
 * Writes everything that the database holds in this moment to a file, beside whatever else uses it. Throws
 * {@link BackupFailure} when it cannot be made; then there is no file.
 */
export async function writeBackup(
  connection: Connection,
  file: string,
  about: About,
  signal: AbortSignal,
  begun: () => Promise<void> = async () => {},
): Promise<Written> {
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => {})
  await client.connect()
  try {
    await speakPlainly(client)
    if (!(await lockBackups(client))) {
      throw new BackupFailure('Another backup of this database is being made. Wait until it is done.')
    }
    const tables = await listTables(client)
    await beginSnapshot(client, tables)
    const origin = await readOrigin(client)
    await begun()
    const archive = await beginArchive(file, origin.takenAt)
    try {
      const manifest: Manifest = {
        format: 'ekokommun-backup',
        version: formatVersion,
        ...about,
        ...origin,
        takenAt: origin.takenAt.toISOString(),
        tables,
      }
      await archive.add(manifestName, json(manifest))
      const contents: Contents = { tables: [], sequences: [] }
      for (const table of tables) contents.tables.push(await writeTable(client, archive, table, signal))
      contents.sequences = await readSequences(client)
      await archive.add(contentsName, json(contents))
      await client.query('commit')
      return {
        bytes: await archive.finish(),
        rows: contents.tables.reduce((sum, { rows }) => sum + rows, 0),
        tables: tables.length,
      }
    } finally {
      await archive.abandon()
    }
  } finally {
    await client.end().catch(() => {})
  }
}

async function writeTable(
  client: pg.Client,
  archive: ArchiveWriter,
  table: TableInManifest,
  signal: AbortSignal,
): Promise<Contents['tables'][number]> {
  const hash = createHash('sha256')
  const stream = client.query(copyTo(copyOut(table)))
  let [bytes, pieces] = [0, 0]
  let gathered: Buffer[] = []
  let waiting = 0
  const flush = async () => {
    if (waiting === 0) return
    const name = `${folderOf(table.name)}${String(pieces).padStart(6, '0')}.copy.zst`
    await archive.add(name, await compress(Buffer.concat(gathered), { params }))
    pieces += 1
    gathered = []
    waiting = 0
  }
  for await (const part of stream) {
    signal.throwIfAborted()
    const rows = Buffer.from(part)
    hash.update(rows)
    bytes += rows.length
    gathered.push(rows)
    waiting += rows.length
    if (waiting >= pieceSize) await flush()
  }
  await flush()
  return { name: table.name, rows: stream.rowCount, bytes, sha256: hash.digest('hex') }
}

const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 }

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
