import { execFileSync } from 'node:child_process'
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, clientConfig } from '../../src/database/connect.ts'
import { findPlace, giveTo, type Place } from '../../src/database/embedded/place.ts'
import { run } from '../../src/database/embedded/run.ts'
import { isRunning } from '../../src/database/embedded/running.ts'
import { ensureInitialised } from '../../src/database/embedded/server.ts'

const user = 'ekokommun'
const database = 'postgres'
/** What stands in the way of a start for a moment after a kill: the last processes still end. */
const passing = /lock file|shared memory|could not bind|Address already in use/

/** One PostgreSQL server on a port of its own, which stays the same over stops and starts. */
export interface DatabaseServer {
  connection: Connection
  /** The same as one address: `postgres://…`. */
  address: string
  port: number
  /** Its data folder. */
  folder: string
  /** The number of its first process; undefined when it does not run. */
  pid(): Promise<number | undefined>
  start(): Promise<void>
  /** Ends it in an orderly way: what runs is rolled back. */
  stop(): Promise<void>
  /** Ends it as a power cut would, without a word to anybody. */
  kill(): Promise<void>
  /** Makes a standby the primary, and waits until it takes writes. */
  promote(): Promise<void>
}

/** A primary and a standby that streams from it. */
export interface Cluster {
  primary: DatabaseServer
  standby: DatabaseServer
  /** Stops both and removes their folders. */
  close(): Promise<void>
}

/**
 * Starts a primary and a standby from a data folder whose server is stopped (`loadedFolder` of the tests), or from
 * nothing. With `synchronous` a commit is acknowledged only when the standby has it on its disk, and is seen there.
 */
export async function startCluster(
  options: { loadedFolder?: string | undefined; synchronous?: boolean } = {},
): Promise<Cluster> {
  const top = await mkdtemp(join(tmpdir(), 'ekokommun-cluster-'))
  await chmod(top, 0o755)
  const place = await placeIn(join(top, 'primary'), options.loadedFolder)
  const copy = await placeIn(join(top, 'standby'), join(top, 'primary'))
  const [primary, standby] = [await serverIn(place), await serverIn(copy)]
  const password = await passwordOf(place)
  await writeFile(join(copy.folder, 'standby.signal'), '')
  await giveTo(join(copy.folder, 'standby.signal'), copy.identity)
  await settings(copy, {
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=${user} password=${password} application_name=standby`,
    wal_retrieve_retry_interval: '200ms',
  })
  await settings(place, {
    wal_keep_size: '256MB',
    ...(options.synchronous
      ? { synchronous_standby_names: 'standby', synchronous_commit: 'remote_apply' }
      : {}),
  })
  await primary.start()
  await standby.start()
  await streaming(primary)
  return {
    primary,
    standby,
    close: async () => {
      await Promise.all([standby.stop(), primary.stop()])
      await rm(top, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

/** A place with a stopped database: a copy of another one, or a new one. */
async function placeIn(folder: string, from: string | undefined): Promise<Place> {
  await mkdir(folder, { mode: 0o755 })
  if (from) execFileSync('cp', ['-a', join(from, 'postgres'), folder])
  const place = await findPlace(folder, true)
  if (!from) await ensureInitialised(place)
  return place
}

async function passwordOf({ folder }: Place): Promise<string> {
  return readFile(join(folder, 'ekokommun.password'), 'utf8')
}

/** Adds settings; of two lines with the same name PostgreSQL takes the last. */
async function settings({ folder }: Place, values: Record<string, string>): Promise<void> {
  const lines = Object.entries(values).map(([name, value]) => `${name} = '${value}'\n`)
  await appendFile(join(folder, 'postgresql.conf'), lines.join(''))
}

async function serverIn(place: Place): Promise<DatabaseServer> {
  const { folder, programs, identity } = place
  const password = await passwordOf(place)
  const port = await freePort()
  const connection = { host: '127.0.0.1', port, user, password, database }
  const tell = (...args: string[]) => run(programs.pg_ctl, [...args, '-D', folder, '-s'], identity)
  const pid = async () => {
    const [first] = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    return first && (await isRunning(place)) ? Number(first) : undefined
  }
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
  return {
    connection,
    address: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    port,
    folder,
    pid,
    start: async () => {
      const log = join(folder, 'server.log')
      for (let attempt = 0; ; attempt += 1) {
        const { code, output } = await tell('start', '-w', '-t', '60', '-l', log, '-o', options)
        if (code === 0) return
        const said = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-10).join('\n')
        if (attempt > 50 || !passing.test(output + said)) throw new Error(`${output}\n${said}`)
        await pause(100)
      }
    },
    stop: async () => {
      if (await pid()) await tell('stop', '-m', 'fast', '-w', '-t', '60')
    },
    kill: async () => {
      const first = await pid()
      if (!first) return
      process.kill(first, 'SIGKILL')
      while (await pid()) await pause(20)
    },
    promote: async () => {
      const { code, output } = await tell('promote', '-w', '-t', '60')
      if (code !== 0) throw new Error(output)
    },
  }
}

/** Waits until the standby streams from the primary. */
async function streaming({ connection }: DatabaseServer): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const { rows } = await client.query(`select from pg_stat_replication where state = 'streaming'`)
      if (rows.length > 0) return
      await pause(50)
    }
    throw new Error('The standby does not stream from its primary')
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
