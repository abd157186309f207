import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { serverFlags } from '../bin/server-flags.mjs'

const seconds = Number(process.argv[2] ?? 8)
const connections = 30

/** Pages that are asked for again and again, as most are. */
const repeated = ['/', '/nyckeltal/1b', '/nyckeltal/1b?kommun=1382', '/kommuner/1382']
const municipalities = [
  '1382',
  '1283',
  '1080',
  '0980',
  '1490',
  '2281',
  '0180',
  '2061',
  '1401',
  '0581',
  '1880',
  '2480',
]

interface Row {
  what: string
  perSecond: number
  median: number
  p99: number
  errors: number
}

/** Measures the built program with the embedded database beside a bare server in the same run. */
async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-'))
  // As root the database runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const baseline = await measureBaseline()
  const rows: Row[] = []
  try {
    await stop(await start(folder, {}))
    const second = await measureStart(folder)
    const program = await start(folder, {})
    for (const path of repeated) rows.push(await measure(`${path} (kept)`, program.address, [path]))
    const memory = await memoryOf(program.pid)
    const sizes = await sizesOf(program.address)
    await stop(program)
    // Without the page cache every page is made anew; readings and ranks of the current data stay in memory.
    const anew = await start(folder, { PAGE_CACHE_BYTES: '0' })
    const chosen = municipalities.map((code) => `/nyckeltal/1b?kommun=${code}`)
    rows.push(await measure('/nyckeltal/{id}?kommun=… (made anew)', anew.address, chosen))
    rows.push(
      await measure(
        '/kommuner/{code} (made anew)',
        anew.address,
        municipalities.map((code) => `/kommuner/${code}`),
      ),
    )
    rows.push(await measure('/ (made anew)', anew.address, ['/']))
    const memoryAnew = await memoryOf(anew.pid)
    await stop(anew)
    print(baseline, rows, sizes, { second, memory, memoryAnew })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureBaseline(): Promise<Row> {
  const server = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const row = await measure('bare node:http "hello"', `http://127.0.0.1:${port}`, ['/'])
  server.close()
  return row
}

async function measure(what: string, address: string, paths: string[]): Promise<Row> {
  const headers = { 'accept-encoding': 'br, gzip' }
  await autocannon({ url: address + paths[0], connections: 4, duration: 2, headers })
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  return {
    what,
    perSecond: result.requests.mean,
    median: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  }
}

interface Program {
  child: ChildProcess
  address: string
  pid: number
  /** Seconds from the call to the address being printed. */
  readyAfter: number
}

function start(folder: string, extra: Record<string, string>): Promise<Program> {
  const started = performance.now()
  const child = spawn(process.execPath, [...serverFlags, 'build/server.js'], {
    env: { ...process.env, ...extra, PORT: '0', DATA_DIR: folder, MODE: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /ready on (http:\S+)/.exec(said)?.[1]
      if (address && child.pid) {
        const readyAfter = (performance.now() - started) / 1000
        resolve({ child, address: address.replace('localhost', '127.0.0.1'), pid: child.pid, readyAfter })
      }
    })
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)))
  })
}

async function stop({ child }: Program): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

async function measureStart(folder: string): Promise<number> {
  const program = await start(folder, {})
  await stop(program)
  return program.readyAfter
}

/** Resident memory of the web process in megabytes, the database's processes not counted. Linux only. */
async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** Bytes over the wire, compressed as a browser gets them. */
async function sizesOf(address: string): Promise<Record<string, number>> {
  const size = async (path: string) => {
    const { status, headers } = await fetch(address + path, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'br' },
    })
    return status === 200 ? Number(headers.get('content-length')) : Number.NaN
  }
  const pages = [
    ...repeated,
    '/nyckeltal',
    '/kommuner',
    '/nyckeltal/1b?grupp=sverige&vy=karta',
    '/jamfor?kommun=1382&med=1283',
  ]
  const html = await Promise.all(pages.map(async (path) => [path, await size(path)] as const))
  const files = await Promise.all(
    Object.entries(JSON.parse(await readFile('build/assets.json', 'utf8'))).map(async ([name, path]) => {
      const response = await fetch(address + String(path), { headers: { 'accept-encoding': 'identity' } })
      await response.arrayBuffer()
      const packed = await readFile(join('build/public', `${String(path).replace('/assets/', '')}.br`)).catch(
        () => undefined,
      )
      return [name, packed?.length ?? Number(response.headers.get('content-length'))] as const
    }),
  )
  return Object.fromEntries([...html, ...files])
}

function print(
  baseline: Row,
  rows: Row[],
  sizes: Record<string, number>,
  { second, memory, memoryAnew }: { second: number; memory: number; memoryAnew: number },
): void {
  console.log(
    `\n${connections} connections, ${seconds} s each, one process, embedded database, all values loaded\n`,
  )
  console.log(
    'what'.padEnd(44),
    'pages/s'.padStart(9),
    'of bare'.padStart(8),
    'p50 ms'.padStart(8),
    'p99 ms'.padStart(8),
    'errors'.padStart(7),
  )
  for (const { what, perSecond, median, p99, errors } of [baseline, ...rows]) {
    const ratio = (perSecond / baseline.perSecond).toFixed(3)
    console.log(
      what.padEnd(44),
      perSecond.toFixed(0).padStart(9),
      ratio.padStart(8),
      String(median).padStart(8),
      String(p99).padStart(8),
      String(errors).padStart(7),
    )
  }
  console.log('\nbytes, compressed')
  for (const [name, size] of Object.entries(sizes))
    console.log(`  ${name.padEnd(48)} ${String(size).padStart(8)}`)
  console.log(
    `\nmemory of the web process: ${memory.toFixed(0)} MB (kept pages), ${memoryAnew.toFixed(0)} MB (made anew)`,
  )
  console.log(`second start ready after ${second.toFixed(2)} s (without npm)`)
}

await bench()
