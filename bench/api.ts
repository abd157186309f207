import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { serverFlags } from '../bin/server-flags.mjs'

const seconds = Number(process.argv[2] ?? 8)
const connections = 20

/** What is asked for: each line a kind of request, and the addresses that it alternates between. */
const years = [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024]
const kinds: [what: string, paths: string[]][] = [
  ['a page of 100 values', ['/api/v1/values?figure=1b&from=2015']],
  ['a page of 1000 values', ['/api/v1/values?figure=1b&limit=1000']],
  ['values of one municipality', ['/api/v1/values?organisation=1382&year=2023']],
  ['statistics of all years', ['/api/v1/statistics?figure=1b&group=sweden']],
  [
    'rank in a year',
    years.map((year) => `/api/v1/statistics?figure=1b&group=sweden&organisation=1382&year=${year}`),
  ],
  ['trends of 290 municipalities', ['/api/v1/trends?figure=1b&group=sweden&limit=1000']],
]

interface Row {
  what: string
  perSecond: number
  median: number
  p99: number
  errors: number
}

/** Measures the API of the built program, answers kept and made anew, beside a bare server in the same run. */
async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-api-'))
  // As root the database runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const rows = [await measureBaseline()]
  try {
    for (const [remark, cache] of [
      ['kept', {}],
      ['made anew', { PAGE_CACHE_BYTES: '0' }],
    ] as const) {
      const { child, address } = await start(folder, cache)
      for (const [what, paths] of kinds) rows.push(await measure(`${what} (${remark})`, address, paths))
      await stop(child)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  print(rows)
}

async function measureBaseline(): Promise<Row> {
  const server = createServer((_, response) => response.end('{"items":[]}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const row = await measure('bare node:http', `http://127.0.0.1:${port}`, ['/'])
  server.close()
  return row
}

async function measure(what: string, address: string, paths: string[]): Promise<Row> {
  const requests = paths.map((path) => ({ method: 'GET' as const, path }))
  await autocannon({ url: address, connections: 2, duration: 2, requests })
  const result = await autocannon({ url: address, connections, duration: seconds, requests })
  return {
    what,
    perSecond: result.requests.mean,
    median: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  }
}

function start(
  folder: string,
  extra: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [...serverFlags, 'build/server.js'], {
    env: {
      ...process.env,
      API_REQUESTS_PER_MINUTE: '0',
      ...extra,
      PORT: '0',
      DATA_DIR: folder,
      MODE: 'demo',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /ready on (http:\S+)/.exec(said)?.[1]
      if (address) resolve({ child, address: address.replace('localhost', '127.0.0.1') })
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

function print(rows: Row[]): void {
  console.log(
    `\n${connections} connections, ${seconds} s each, one process, embedded database, no limit of requests\n`,
  )
  console.log(
    'what'.padEnd(44),
    'answers/s'.padStart(10),
    'p50 ms'.padStart(8),
    'p99 ms'.padStart(8),
    'errors'.padStart(7),
  )
  for (const { what, perSecond, median, p99, errors } of rows) {
    console.log(
      what.padEnd(44),
      perSecond.toFixed(0).padStart(10),
      String(median).padStart(8),
      String(p99).padStart(8),
      String(errors).padStart(7),
    )
  }
}

await bench()
