import { sql } from 'kysely'
import { connectionStringOf } from '../tests/support/connection-string.ts'
import { withAssociation } from './fresh-association.ts'
import { valueCount } from './peers/content.ts'
import { startDirectus } from './peers/directus.ts'
import { startGhost } from './peers/ghost.ts'
import { startNodebb } from './peers/nodebb.ts'
import { fillOurs, readValues } from './peers/ours.ts'
import type { RunningPeer } from './peers/process.ts'
import { type Load, measure, measureBaseline, type Row, start, stop } from './program.ts'

/** Few visitors at a time, so that what is measured is the page and not the line before it. */
const connections = 4
const seconds = Number(process.argv[2] ?? 15)
const load: Load = { connections, seconds, headers: { 'accept-encoding': 'gzip' } }
const figure = '1b'

/** Measures the same content in other programs and in ours, in the same run, each by itself. */
await withAssociation(async ({ db, connection, folder }) => {
  const paths = await fillOurs(db)
  const values = await readValues(db, figure, 2 * valueCount)
  await sql`create database directus`.execute(db)
  if ('connectionString' in connection) throw new Error('the embedded server is needed')

  const bare = await measureBaseline(load)
  const ours = async (cache: Record<string, string>) => {
    const program = await start(folder, { DATABASE_URL: connectionStringOf(connection), ...cache })
    const ask = (what: string, path: string) => measure(what, program.address, [path], load)
    const rows = [
      await ask('a question', paths.question),
      await ask('a piece of news', paths.news),
      await ask(
        'values',
        `/api/v1/values?figure=${figure}&limit=${valueCount}&fields=figure,organisation,year,value`,
      ),
    ]
    await stop(program)
    return rows
  }
  const anew = await ours({ PAGE_CACHE_BYTES: '0', API_REQUESTS_PER_MINUTE: '0' })
  const kept = await ours({ API_REQUESTS_PER_MINUTE: '0' })
  const theirs = [
    await measurePeer('NodeBB, a question', startNodebb),
    await measurePeer('Ghost, a piece of news', startGhost),
    await measurePeer('Directus, values', () => startDirectus(connection, 'directus', values)),
  ]
  print(bare, anew, kept, theirs)
})

/** A peer that cannot be had on a machine is said so, and the others are measured. */
async function measurePeer(what: string, begin: () => Promise<RunningPeer>): Promise<Row | undefined> {
  try {
    const peer = await begin()
    const headers = { ...load.headers, ...peer.headers }
    const row = await measure(what, peer.address, [peer.path], { ...load, headers })
    await peer.stop()
    return row
  } catch (error) {
    console.error(`${what}: not measured.`, error)
    return undefined
  }
}

function print(bare: Row, anew: Row[], kept: Row[], theirs: (Row | undefined)[]): void {
  const line = (what: string, row: Row, ratio = '') =>
    console.log(
      `${what.padEnd(46)} ${row.perSecond.toFixed(0).padStart(6)}/s  median ${String(row.median).padStart(4)} ms, p99 ${String(row.p99).padStart(4)} ms, errors ${row.errors}${ratio}`,
    )
  line(bare.what, bare)
  for (const [i, their] of theirs.entries()) {
    const [ownAnew, ownKept] = [anew[i], kept[i]]
    if (!ownAnew || !ownKept) continue
    const times = (row: Row) =>
      their ? `, ${(row.perSecond / their.perSecond).toFixed(1)} times as many` : ''
    if (their) line(their.what, their)
    line(`ours, ${ownAnew.what}, made anew each time`, ownAnew, times(ownAnew))
    line(`ours, ${ownKept.what}, as it comes`, ownKept, times(ownKept))
  }
}
