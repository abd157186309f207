import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { freshFolder } from './program.ts'

/** Where Debian keeps the programs of the oldest PostgreSQL that the program can use. */
const programs = '/usr/lib/postgresql/15/bin'

/** A PostgreSQL of one's own, with nothing in it. */
export interface OwnServer {
  url: string
  folder: string
  stop(): void
}

/** Starts a PostgreSQL 15 of the machine's; undefined where it has none. */
export async function startOwnServer(): Promise<OwnServer | undefined> {
  if (!existsSync(programs)) return undefined
  const folder = await freshFolder()
  const identity =
    process.getuid?.() === 0 ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : {}
  if (identity.uid) await chown(folder, identity.uid, identity.gid)
  const data = join(folder, 'postgres')
  const run = (name: string, ...args: string[]) =>
    execFileSync(join(programs, name), args, { ...identity, cwd: '/', stdio: 'ignore' })
  run('initdb', '-D', data, '-U', 'owner', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync')
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", 'fsync=off']
  const options = [`-p ${port}`, ...settings.map((one) => `-c ${one}`)].join(' ')
  run('pg_ctl', 'start', '-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options)
  return {
    url: `postgres://owner@127.0.0.1:${port}/postgres`,
    folder,
    stop: () => run('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w', '-s'),
  }
}

/** The number of a user or a group. */
export function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name]).toString())
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
