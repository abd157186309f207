import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import autocannon from 'autocannon'
import { serverFlags } from '../bin/server-flags.mjs'

/** What one measurement gave. */
export interface Row {
  what: string
  perSecond: number
  median: number
  p99: number
  errors: number
}

/** How hard a server is asked. */
export interface Load {
  connections: number
  seconds: number
  headers: Record<string, string>
  /** Sent with POST when there is one. */
  body?: string | undefined
}

/** A bare server that says hello: what the machine gives at most. */
export async function measureBaseline(load: Load): Promise<Row> {
  const server = createServer((_, response) => response.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const row = await measure('bare node:http "hello"', `http://127.0.0.1:${port}`, ['/'], load)
  server.close()
  return row
}

/** Asks a server for some paths in turn, after a short warming up. */
export async function measure(
  what: string,
  address: string,
  paths: string[],
  { connections, seconds, headers, body }: Load,
): Promise<Row> {
  const asked = { method: body ? 'POST' : 'GET', ...(body && { body }) } as const
  await autocannon({ url: address + paths[0], connections: 4, duration: 2, headers, ...asked })
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    headers,
    requests: paths.map((path) => ({ ...asked, path })),
  })
  return {
    what,
    perSecond: result.requests.mean,
    median: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  }
}

/** The built program, running with its embedded database. */
export interface Program {
  child: ChildProcess
  address: string
  pid: number
  /** Seconds from the call to the address being printed. */
  readyAfter: number
}

/** Starts the built program in a folder of its own and waits until it says where it listens. */
export function start(folder: string, extra: Record<string, string>): Promise<Program> {
  const started = performance.now()
  const child = spawn(process.execPath, [...serverFlags, 'build/server.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, MODE: 'demo', ...extra },
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

/** Stops it in an orderly way. */
export async function stop({ child }: Program): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Resident memory of the web process in megabytes, the database's processes not counted. Linux only. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
