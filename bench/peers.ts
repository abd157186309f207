import { connectionStringOf } from '../tests/support/connection-string.ts'
import { withAssociation } from './fresh-association.ts'
import { startGhost } from './peers/ghost.ts'
import { startNodebb } from './peers/nodebb.ts'
import { fillOurs, ownAsks, readQueries } from './peers/ours.ts'
import { startPostgraphile } from './peers/postgraphile.ts'
import { type Ask, askOnce, type RunningPeer } from './peers/process.ts'
import { type Row as Measured, measure, measureBaseline, start, stop } from './program.ts'

/** Few visitors at a time, so that what is measured is the page and not the line before it. */
const connections = 4
const seconds = Number(process.argv[2] ?? 5)
/** `npm run bench peers SECONDS NAME` measures one peer only. */
const only = process.argv[3]
/** What every browser says of itself; a program that is asked without may answer otherwise. */
const visitor = { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) Bench', accept: 'text/html, application/json' }
interface Row extends Measured {
  who: string
}

const unlimited = { API_REQUESTS_PER_MINUTE: '0' }

/** Measures the same content in other programs and in ours, in the same run, each by itself. */
await withAssociation(async ({ db, connection, folder }) => {
  const queries = await readQueries(db)
  const asks = ownAsks(await fillOurs(db), queries)
  const database = connectionStringOf(connection)
  const bare = await measureBaseline({ connections, seconds, headers: {} })
  const ours = async (who: string, settings: Record<string, string>) => {
    const program = await start(folder, { DATABASE_URL: database, ...unlimited, ...settings })
    try {
      return await measureAll(program.address, asks, who)
    } finally {
      await stop(program)
    }
  }
  const anew = await ours('ours, made anew', { PAGE_CACHE_BYTES: '0' })
  const kept = await ours('ours, kept', {})
  const theirs = [
    ...(await measurePeer('NodeBB', startNodebb)),
    ...(await measurePeer('Ghost', startGhost)),
    ...(await measurePeer('PostGraphile', () => startPostgraphile(db, database, queries))),
  ]
  const rows = [...theirs, ...anew, ...kept]
  print(bare, rows, theirs)
  if (rows.some(({ errors }) => errors > 0)) process.exitCode = 1
})

/** Each answer is looked at before and after the load, and must be right both times. */
async function measureAll(address: string, asks: Ask[], who: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const ask of asks) {
    const { what, path, body } = ask
    const headers = { ...visitor, ...ask.headers }
    await askOnce(address, ask)
    const row = await measure(what, address, [path], { connections, seconds, headers, body })
    await askOnce(address, ask)
    rows.push({ ...row, who })
  }
  return rows
}

/** A peer that cannot be had, or answers wrongly, is said so and fails the run; the others are measured. */
async function measurePeer(who: string, begin: () => Promise<RunningPeer>): Promise<Row[]> {
  if (only && only !== who) return []
  try {
    const peer = await begin()
    try {
      return await measureAll(peer.address, peer.asks, who)
    } finally {
      await peer.stop()
    }
  } catch (error) {
    console.error(`${who}: not measured.`, error)
    process.exitCode = 1
    return []
  }
}

/** One table: under each thing that is asked for, the peer, and ours with how many times as many answers it gives. */
function print(bare: Measured, rows: Row[], theirs: Row[]): void {
  const cells = (
    first: string,
    perSecond: string,
    median: string,
    p99: string,
    errors: string,
    ratio: string,
  ) =>
    console.log(first.padEnd(52), ...[perSecond, median, p99, errors, ratio].map((text) => text.padStart(10)))
  const line = (name: string, row: Measured, ratio: string) =>
    cells(name, row.perSecond.toFixed(0), String(row.median), String(row.p99), String(row.errors), ratio)
  console.log(`\n${connections} connections, ${seconds} s each\n`)
  cells('what', 'answers/s', 'median ms', 'p99 ms', 'errors', 'ratio')
  line(bare.what, bare, '')
  for (const [what, same] of Map.groupBy(rows, (row) => row.what)) {
    console.log(what)
    const their = theirs.find((row) => row.what === what)
    for (const row of same)
      line(`  ${row.who}`, row, their ? (row.perSecond / their.perSecond).toFixed(1) : '')
  }
}
