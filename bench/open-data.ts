import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { serverFlags } from '../bin/server-flags.mjs'
import { type Connection, clientConfig } from '../src/database/connect.ts'
import type { Database } from '../src/database/tables.ts'
import { withAssociation } from './fresh-association.ts'

/** How many values, and how often the file is taken. */
const values = Number(process.argv[2] ?? 10_000_000)
const runs = Number(process.argv[3] ?? 3)
const mostMegabytes = 64

/**
 * Takes the whole CSV from the built program over HTTP, as often as asked, beside PostgreSQL's own COPY of the same
 * columns to a socket in the same run; and watches how much memory the program needs for it.
 */
await withAssociation(async ({ db, connection }) => {
  await fill(db)
  const copies = await repeated(() => copy(connection))
  const program = await start(connection)
  try {
    // The program's memory settles with ordinary pages first.
    for (const path of ['/om', '/oppna-data/organisationer.csv']) await take(program.address + path)
    const before = await residentMegabytes(program.pid)
    const watch = watchMemory(program.pid)
    const plain = await repeated(() => take(`${program.address}/oppna-data/nyckeltal.csv`))
    const extra = watch.stop() - before
    const gzip = [await timed(() => take(`${program.address}/oppna-data/nyckeltal.csv`, 'gzip'))]
    print({ copies, plain, gzip, before, extra })
    if (extra >= mostMegabytes) process.exitCode = 1
  } finally {
    program.child.kill('SIGTERM')
    await new Promise((resolve) => program.child.once('exit', resolve))
  }
})

interface Taken {
  seconds: number
  bytes: number
}

/** Years of values for every organisation in as many made-up key figures as it takes. */
async function fill(db: Kysely<Database>): Promise<void> {
  const perFigure = 311 * 30
  const figures = Math.ceil(values / perFigure)
  await sql`
    insert into key_figure (id, set_id, ordinal, number, name_sv, name_en, explanation_sv, explanation_en, unit_sv, unit_en,
      decimals, direction, scope, producer_sv, producer_en, reported_by, criteria, sdgs)
    select 'bench-' || n, f.set_id, 1000 + n, '', f.name_sv, f.name_en, f.explanation_sv, f.explanation_en, f.unit_sv,
      f.unit_en, f.decimals, f.direction, f.scope, f.producer_sv, f.producer_en, f.reported_by, f.criteria, f.sdgs
    from generate_series(1, ${figures}) n, key_figure f where f.id = 'utslapp-totalt'`.execute(db)
  await sql`alter table key_figure_value disable trigger all`.execute(db)
  await sql`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, status, basis, source_id, reported_by,
      comment, known_from)
    select f.id, o.code, y, round((random() * 100)::numeric, 3), 'final', 'computed', 'smhi-vaxthusgaser', 'SMHI',
      case when y % 10 = 0 then 'En kommentar, med komma' else '' end, '2026-06-12T00:00:00Z'
    from key_figure f, organisation o, generate_series(1995, 2024) y
    where f.id like 'bench-%' and o.kind in ('municipality', 'region')
    order by f.id, o.code, y limit ${values}`.execute(db)
  await sql`alter table key_figure_value enable trigger all`.execute(db)
  await sql`vacuum analyze key_figure_value`.execute(db)
}

/** The same rows and columns by COPY, as fast as the database itself can give them. */
async function copy(connection: Connection): Promise<number> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  let bytes = 0
  client.connection.on('copyData', ({ chunk }: { chunk: Buffer }) => {
    bytes += chunk.length
  })
  await client.query(`copy (
    select v.key_figure_id, f.name_sv, v.organisation_code, o.name, v.year, v.value, f.unit_sv, v.missing_reason, v.status,
      v.basis, v.deviation_sv, v.source_id, v.reported_by, v.comment, v.known_from
    from key_figure_value v join key_figure f on f.id = v.key_figure_id join organisation o on o.code = v.organisation_code
    where v.known_until is null order by v.key_figure_id, v.organisation_code, v.year) to stdout (format csv, header)`)
  await client.end()
  return bytes
}

/** Reads an answer to its end and throws it away. */
async function take(address: string, encoding = 'identity'): Promise<number> {
  const response = await fetch(address, { headers: { 'accept-encoding': encoding } })
  if (!response.ok || !response.body) throw new Error(`${address} answered ${response.status}`)
  let bytes = 0
  for await (const chunk of response.body) bytes += chunk.length
  return bytes
}

async function timed(run: () => Promise<number>): Promise<Taken> {
  const started = performance.now()
  const bytes = await run()
  return { seconds: (performance.now() - started) / 1000, bytes }
}

async function repeated(run: () => Promise<number>): Promise<Taken[]> {
  const taken: Taken[] = []
  for (let i = 0; i < runs; i += 1) taken.push(await timed(run))
  return taken
}

interface Program {
  child: ChildProcess
  address: string
  pid: number
}

/** The built program on the database of the bench, with its own limits of memory and no kept pages. */
function start(connection: Connection): Promise<Program> {
  if ('connectionString' in connection) throw new Error('The bench has a database of its own')
  const { host, port, user, password, database } = connection
  const child = spawn(process.execPath, [...serverFlags, 'build/server.js'], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`,
      PAGE_CACHE_BYTES: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /ready on (http:\S+)/.exec(said)?.[1]
      if (address && child.pid) {
        resolve({ child, address: address.replace('localhost', '127.0.0.1'), pid: child.pid })
      }
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)))
  })
}

/** Resident memory of a process. Linux only. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** Looks at the memory of a process several times a second; `stop` gives the highest seen. */
function watchMemory(pid: number): { stop(): number } {
  let highest = 0
  const timer = setInterval(async () => {
    highest = Math.max(highest, await residentMegabytes(pid))
  }, 100)
  return {
    stop: () => {
      clearInterval(timer)
      return highest
    },
  }
}

function print(found: {
  copies: Taken[]
  plain: Taken[]
  gzip: Taken[]
  before: number
  extra: number
}): void {
  const { copies, plain, gzip, before, extra } = found
  const baseline = median(copies)
  console.log(`\n${values.toLocaleString('en')} values, ${runs} runs each, medians\n`)
  const line = (what: string, taken: Taken[]) => {
    const seconds = median(taken)
    const megabytes = (taken[0]?.bytes ?? 0) / 1e6
    console.log(
      what.padEnd(34),
      `${seconds.toFixed(1)} s`.padStart(9),
      `${(seconds / baseline).toFixed(2)} × COPY`.padStart(13),
      `${(values / seconds / 1000).toFixed(0)} k rows/s`.padStart(15),
      `${megabytes.toFixed(0)} MB`.padStart(9),
    )
  }
  line('COPY to a socket (baseline)', copies)
  line('/oppna-data/nyckeltal.csv', plain)
  line('the same, gzip (one run)', gzip)
  console.log(
    `\nmemory of the program: ${before.toFixed(0)} MB before, at most ${extra.toFixed(0)} MB more while the file is sent (limit ${mostMegabytes} MB)`,
  )
}

function median(taken: Taken[]): number {
  const sorted = taken.map(({ seconds }) => seconds).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
