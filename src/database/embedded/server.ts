import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import type { Connection } from '../connect.ts'
import { DatabaseFailure } from '../failure.ts'
import { giveTo, type Place } from './place.ts'
import { run } from './run.ts'

const superuser = 'ekokommun'
const passwordFile = 'ekokommun.password'

/** Makes the database folder unless it is there: whole or not at all, also when two try at once. */
export async function ensureInitialised({ folder, programs, identity }: Place): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return
  const unfinished = await mkdtemp(`${folder}.new-`)
  const password = randomBytes(24).toString('base64url')
  const passwordPath = join(unfinished, passwordFile)
  try {
    await giveTo(unfinished, identity)
    const pending = `${unfinished}.password`
    await writeFile(pending, password, { mode: 0o600 })
    await giveTo(pending, identity)
    const made = await run(
      programs.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${pending}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=sv-SE',
        '--locale=C.UTF-8',
        '--data-checksums',
      ],
      identity,
    )
    if (made.code !== 0) {
      await rm(pending, { force: true })
      throw new DatabaseFailure(`The database could not be made in ${folder}:\n${made.output}`)
    }
    await rename(pending, passwordPath)
    // Somebody who was faster has a folder with files there, onto which nothing can be renamed.
    await rename(unfinished, folder).catch(async (error: Error) => {
      if (!(await exists(join(folder, 'PG_VERSION')))) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Starts the server, or takes over one that outlived its program, and says how to reach it. */
export async function startServer({ folder, programs, identity }: Place): Promise<Connection> {
  const status = () => run(programs.pg_ctl, ['status', '-D', folder], identity)
  if ((await status()).code !== 0) {
    const options = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
    const log = join(folder, 'server.log')
    const started = await run(
      programs.pg_ctl,
      ['start', '-D', folder, '-w', '-t', '120', '-s', '-l', log, '-o', options],
      identity,
    )
    // A second program may have started it meanwhile; then it runs and we use it.
    if (started.code !== 0 && (await status()).code !== 0) {
      const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-8)
      throw new DatabaseFailure(
        `The database in ${folder} does not start:\n${[started.output, ...lines].join('\n')}`,
      )
    }
  }
  const port = await readPort(folder)
  const password = await readFile(join(folder, passwordFile), 'utf8')
  return { host: '127.0.0.1', port, user: superuser, password, database: 'postgres' }
}

/** Stops the server in an orderly way: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopServer({ folder, programs, identity }: Place): Promise<void> {
  await run(programs.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60', '-s'], identity)
}

/** The fourth line of the running server's `postmaster.pid`; it may take a moment to be written. */
async function readPort(folder: string): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    const port = Number(lines[3])
    if (port > 0 && /ready|standby/.test(lines[7] ?? '')) return port
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new DatabaseFailure(
    `The database in ${dirname(folder)} runs but does not get ready. See ${join(folder, 'server.log')}.`,
  )
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

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
