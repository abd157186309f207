import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Load, measure, measureBaseline, memoryOf, type Row, start, stop } from './program.ts'

const seconds = Number(process.argv[2] ?? 8)
const connections = 30
const load: Load = { connections, seconds, headers: { 'accept-encoding': 'br, gzip' } }

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

/** Measures the built program with the embedded database beside a bare server in the same run. */
async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-'))
  // As root the database runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const baseline = await measureBaseline(load)
  const rows: Row[] = []
  try {
    await stop(await start(folder, {}))
    const second = await measureStart(folder)
    const program = await start(folder, {})
    for (const path of repeated) rows.push(await measure(`${path} (kept)`, program.address, [path], load))
    const memory = await memoryOf(program.pid)
    const sizes = await sizesOf(program.address)
    await stop(program)
    // Without the page cache every page is made anew; readings and ranks of the current data stay in memory.
    const anew = await start(folder, { PAGE_CACHE_BYTES: '0' })
    const chosen = municipalities.map((code) => `/nyckeltal/1b?kommun=${code}`)
    rows.push(await measure('/nyckeltal/{id}?kommun=… (made anew)', anew.address, chosen, load))
    rows.push(
      await measure(
        '/kommuner/{code} (made anew)',
        anew.address,
        municipalities.map((code) => `/kommuner/${code}`),
        load,
      ),
    )
    rows.push(await measure('/ (made anew)', anew.address, ['/'], load))
    const memoryAnew = await memoryOf(anew.pid)
    await stop(anew)
    print(baseline, rows, sizes, { second, memory, memoryAnew })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureStart(folder: string): Promise<number> {
  const program = await start(folder, {})
  await stop(program)
  return program.readyAfter
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
