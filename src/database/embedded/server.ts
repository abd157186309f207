import { mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerConnection } from '../connect.ts'
import { DatabaseFailure } from '../failure.ts'
import { ensureWebRole, newPassword, webRole } from '../roles/web-role.ts'
import { giveTo, type Place } from './place.ts'
import { run } from './run.ts'
import { isRunning, isSomebodyElse, readyPort } from './running.ts'

const superuser = 'ekokommun'
const passwordFile = 'ekokommun.password'
const webPasswordFile = 'ekokommun-web.password'
/** Time for a server that recovers after a power cut, or that still stops for its former program. */
const patienceMs = 120_000
const abandonedAfterMs = 10 * 60_000
/** Failures that pass by themselves: another start is ahead of us, or a killed server's last processes still end. */
const passing = /lock file|shared memory|could not bind|Address already in use/

/** Makes the database folder unless it is there: whole or not at all, also when two try at once. */
export async function ensureInitialised({ folder, programs, identity }: Place): Promise<void> {
  if (await exists(join(folder, 'PG_VERSION'))) return
  await removeAbandoned(folder)
  const unfinished = await mkdtemp(`${folder}.new-`)
  const password = newPassword()
  const pending = `${unfinished}.password`
  try {
    await giveTo(unfinished, identity)
    await writeDurably(pending, password)
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
      throw new DatabaseFailure(`The database could not be made in ${folder}:\n${made.output}`)
    }
    await rename(pending, join(unfinished, passwordFile))
    // Somebody who was faster has a folder with files there, onto which nothing can be renamed.
    await rename(unfinished, folder).catch(async (error: Error) => {
      if (!(await exists(join(folder, 'PG_VERSION')))) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
    await rm(pending, { force: true })
  }
}

/** Removes what first starts left that were killed on the way, unless it is so new that one may still be at work. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const path = join(dirname(folder), name)
    if (!name.startsWith(`${basename(folder)}.new-`)) continue
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now()
    if (Date.now() - changed > abandonedAfterMs) await rm(path, { recursive: true, force: true })
  }
}

/** Starts the server, or takes over one that outlived its program, and says how to reach it. */
export async function startServer(place: Place): Promise<ServerConnection> {
  const { folder } = place
  const port = await startedPort(place)
  const password = await readFile(join(folder, passwordFile), 'utf8').catch((error: Error) => {
    throw new DatabaseFailure(`The password of the database in ${folder} cannot be read: ${error.message}`)
  })
  return { host: '127.0.0.1', port, user: superuser, password, database: 'postgres' }
}

/**
 * Says how to reach the server as the role that serves and works. The role is made where it is missing; its password
 * is set anew each time, so that a start that was killed in between is healed.
 */
export async function connectAsWeb(
  { folder, identity }: Place,
  owner: ServerConnection,
): Promise<ServerConnection> {
  const path = join(folder, webPasswordFile)
  const written = await readFile(path, 'utf8').catch(() => '')
  const password = written || newPassword()
  if (!written) {
    await rm(path, { force: true })
    await writeDurably(path, password)
    await giveTo(path, identity)
  }
  await ensureWebRole(owner, password)
  return { ...owner, user: webRole, password }
}

async function startedPort(place: Place): Promise<number> {
  const started = Date.now()
  for (let failures = 0; Date.now() - started < patienceMs; await pause(100)) {
    const runs = await isRunning(place)
    const failure = runs ? undefined : await launch(place)
    const port = failure ? undefined : await readyPort(place.folder)
    if (port) return port
    if (!failure) continue
    failures += 1
    // A second program may have started it meanwhile; then it runs and we use it.
    if ((failures >= 20 || !passing.test(failure)) && !(await isRunning(place))) {
      throw new DatabaseFailure(`The database in ${place.folder} does not start:\n${failure}`)
    }
    await pause(400)
  }
  throw new DatabaseFailure(
    `The database in ${place.folder} runs but does not get ready. See ${join(place.folder, 'server.log')}.`,
  )
}

/** Starts the server and waits for it; gives back what went wrong, or nothing. */
async function launch({ folder, programs, identity }: Place): Promise<string | undefined> {
  if (await isSomebodyElse(folder)) await rm(join(folder, 'postmaster.pid'), { force: true })
  const options = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
  const log = join(folder, 'server.log')
  const before = (await stat(log).catch(() => undefined))?.size ?? 0
  const { code, output } = await run(
    programs.pg_ctl,
    ['start', '-D', folder, '-w', '-t', String(patienceMs / 1000), '-s', '-l', log, '-o', options],
    identity,
  )
  if (code === 0) return undefined
  const said = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(before).toString()
  return [output, ...said.trim().split('\n').slice(-8)].join('\n')
}

/** Stops the server in an orderly way: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopServer({ folder, programs, identity }: Place): Promise<void> {
  await run(programs.pg_ctl, ['stop', '-D', folder, '-m', 'fast', '-w', '-t', '60', '-s'], identity)
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

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
