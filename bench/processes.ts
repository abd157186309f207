import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import autocannon from 'autocannon'
import { connectionStringOf } from '../tests/support/connection-string.ts'
import { withAssociation } from './fresh-association.ts'
import { memoryOf, type Program, start, stop } from './program.ts'
import { askWithWrk, hasWrk, type Result } from './wrk.ts'

const bare: (Pick<Program, 'address'> & { child: ChildProcess })[] = []
process.on('exit', () => {
  for (const { child } of bare) child.kill()
})

const seconds = Number(process.argv[2] ?? 8)
const rounds = 3
const visitors = 1000
/** Made anew each time from what is remembered of the data: the work is the program's, and the database idles. */
const anew = ['1382', '1283', '1080', '0980', '1490', '2281', '0180', '2061'].map(
  (code) => `/nyckeltal/1b?kommun=${code}`,
)
const mixed = [
  '/',
  '/kommuner',
  '/kommuner/1382',
  '/kommuner/1283',
  '/nyckeltal',
  '/nyckeltal/1b',
  '/nyckeltal/1b?kommun=1382',
  '/nyckeltal/1b?kommun=1283',
  '/nyheter',
  '/om',
]

interface Load {
  connections: number
  paths: string[]
  /**
   * How pages come packed. A page made anew comes unpacked: packing would run on other threads than the page, and so on
   * the other core.
   */
  packing?: string
  /** What is put behind each address, another each time. */
  unlike?: () => string
  /** Pages a second of each visitor; without it the next is asked for at once. */
  pace?: number
}

await withAssociation(async ({ connection, folder }) => {
  const settings = { DATABASE_URL: connectionStringOf(connection) }
  const starting = async (more: Record<string, string>, core: number) => {
    const program = await start(folder, { ...settings, ...more })
    pin(program.pid, core)
    return program
  }
  await comparing(starting)
  await holding(starting)
})

type Starting = (more: Record<string, string>, core: number) => Promise<Program>

/** One process on one core against two on two, in turns, and what a page costs in processor time. */
async function comparing(starting: Starting): Promise<void> {
  const more = { PAGE_CACHE_BYTES: '0' }
  const first = await starting(more, 0)
  const second = await starting({ ...more, WORK: 'no' }, 1)
  const load = { connections: 8, paths: anew }
  try {
    await Promise.all([first, second].map(({ address }) => ask(address, load, 3)))
    const ratios: number[] = []
    const costs: { one: number; two: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const alone = await costOf([first], () => measure([first], load))
      const both = await costOf([first, second], () => measure([first, second], load))
      const [one, two] = [alone.result, both.result]
      costs.push({ one: alone.ms, two: both.ms })
      const times = two.perSecond / one.perSecond
      ratios.push(times)
      console.log(
        `pages made anew, one process ${show(one)}, ${alone.ms.toFixed(1)} ms of a processor each; two ${show(two)}, ${both.ms.toFixed(1)} ms each; ${times.toFixed(2)} times`,
      )
    }
    const bare = await measure(await bareServers(1), load)
    const bareTwo = await measure(await bareServers(2), load)
    console.log(`  beside it bare node:http, one ${show(bare)}; two ${show(bareTwo)}`)
    console.log(`two processes give ${middle(ratios).toFixed(2)} times the pages of one (wanted: 1.8)`)
    // Holds on a busy machine too: what a page costs does not grow when another process makes pages beside it.
    const free = middle(costs.map(({ one, two }) => (2 * one) / two))
    console.log(`by processor time of a page, with a core for each: ${free.toFixed(2)} times (wanted: 1.8)`)
  } finally {
    await Promise.all([stop(first), stop(second)])
  }
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** What was measured, and the processor time of all these programs for each page in milliseconds. Linux only. */
async function costOf(
  programs: Program[],
  run: () => Promise<Result>,
): Promise<{ result: Result; ms: number }> {
  const spent = async () => {
    const all = await Promise.all(
      programs.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
    )
    // The 14th and 15th field, after a name in brackets: hundredths of a second in the program and for it.
    const ticks = all.map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    return ticks.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0) * 10
  }
  const before = await spent()
  const result = await run()
  return { result, ms: ((await spent()) - before) / (result.perSecond * seconds) }
}

/** A thousand visitors that keep their connections. */
async function holding(starting: Starting): Promise<void> {
  const programs = [await starting({}, 0), await starting({ WORK: 'no' }, 1)]
  try {
    await Promise.all(
      programs.map(({ address }) => ask(address, { connections: 8, paths: mixed, packing: 'br' }, 3)),
    )
    const load = { connections: visitors / 2, paths: mixed, packing: 'gzip, deflate, br' }
    const paced = { ...load, pace: 1 }
    const asking = (await hasWrk()) ? askWithWrk : ask
    if (asking === ask) console.log('(wrk is not here; autocannon needs most of the processors itself)')
    const wanted = '(wanted: p99 under 500 ms)'
    console.log(`${visitors} visitors, a page each second: ${show(await measure(programs, paced))} ${wanted}`)
    console.log(`  beside it two bare node:http: ${show(await measure(await bareServers(2), paced))}`)
    // One process: whoever asks needs the other core.
    const all = { ...load, connections: visitors }
    const fast = await measure(programs.slice(0, 1), all, asking)
    console.log(`${visitors} visitors of one process, one page after the other: ${show(fast)} ${wanted}`)
    console.log(`  beside it bare node:http: ${show(await measure(await bareServers(1), all, asking))}`)
    await crowding(programs)
  } finally {
    await Promise.all(programs.map(stop))
  }
}

/** More visitors than pages can be made for: each asks for a page that nobody has asked for before. */
async function crowding(programs: Program[]): Promise<void> {
  let number = 0
  const crowd = {
    connections: 1250,
    paths: ['/nyckeltal/1b?kommun=1382&nummer='],
    unlike: () => `${number++}`,
  }
  const { perSecond, p99, errors } = await measure(programs, crowd)
  const memory = await Promise.all(programs.map(({ pid }) => memoryOf(pid)))
  console.log(
    `${2 * crowd.connections} visitors, every page another: ${perSecond.toFixed(0)} answers a second, p99 ${p99} ms, ${errors} of them told to come back, ${memory.map((mb) => `${mb.toFixed(0)} MB`).join(' and ')} held`,
  )
  const after = await measure(programs, { connections: 4, paths: mixed, packing: 'br' })
  console.log(`  and afterwards a few visitors: ${show(after)}`)
}

/** Servers of their own that only say hello, as many as are wanted. */
async function bareServers(count: number): Promise<Pick<Program, 'address'>[]> {
  while (bare.length < count) {
    const code = `require('http').createServer((_, r) => r.end('hello')).listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, function () { console.log(this.address().port) })`
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (said) => resolve(String(said).trim())),
    )
    // They end with the bench, and do not keep it from ending.
    child.unref()
    child.stdout.destroy()
    pin(child.pid ?? 0, bare.length)
    bare.push({ address: `http://127.0.0.1:${port}`, child })
  }
  return bare.slice(0, count)
}

/** Keeps a process on a core of its own, so that one process never has two; where that is not possible it says so. */
function pin(pid: number, core: number): void {
  if (availableParallelism() < 2) return
  try {
    execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' })
  } catch {
    console.log('(taskset is not here, so no process has a core of its own)')
  }
}

/** Asks all at the same time, and adds up. */
async function measure(
  programs: Pick<Program, 'address'>[],
  load: Load,
  asking: (address: string, load: Load, seconds: number) => Promise<Result> = ask,
): Promise<Result> {
  const results = await Promise.all(programs.map(({ address }) => asking(address, load, seconds)))
  return {
    perSecond: results.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p50: Math.max(...results.map(({ p50 }) => p50)),
    p99: Math.max(...results.map(({ p99 }) => p99)),
    errors: results.reduce((sum, { errors }) => sum + errors, 0),
  }
}

async function ask(
  url: string,
  { connections, paths, pace, packing = 'identity', unlike }: Load,
  duration: number,
): Promise<Result> {
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    connections,
    duration,
    headers: { 'accept-encoding': packing },
    requests: paths.map((path) => ({
      method: 'GET',
      path,
      ...(unlike ? { setupRequest: (request) => ({ ...request, path: path + unlike() }) } : {}),
    })),
    ...(pace ? { connectionRate: pace } : {}),
  })
  return { perSecond: requests.mean, p50: latency.p50, p99: latency.p99, errors: errors + non2xx }
}

function show({ perSecond, p50, p99, errors }: Result): string {
  return `${perSecond.toFixed(0)} a second, median ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${errors} errors`
}
