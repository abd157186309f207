import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Connection, clientConfig } from '../connect.ts'
import { DatabaseInUse } from '../failure.ts'

/** Any fixed number will do; it names "this data folder is in use". */
const lockKey = 1_980_1995

/** The lock that makes one program the only user of an embedded database. PostgreSQL frees it if the program dies. */
export interface SoleUse {
  /** Shown to whoever tries to start a second program. */
  announce(address: string): Promise<void>
  /** Does the last thing and then gives up the lock, so that nobody begins to use a server that is about to stop. */
  release(last: () => Promise<void>): Promise<void>
}

/**
 * Takes the lock, or throws {@link DatabaseInUse} that says who holds it. `onLost` is called once if the connection
 * that holds it breaks without {@link SoleUse.release}: then the server is gone, or anybody may take the lock.
 */
export async function becomeSoleUser(
  connection: Connection,
  folder: string,
  onLost: () => void,
): Promise<SoleUse> {
  const name = (address: string) => `ekokommun ${process.pid} ${address}`.trim()
  const client = new pg.Client({ ...clientConfig(connection), application_name: name(''), keepAlive: true })
  client.on('error', () => {})
  let released = false
  try {
    await client.connect()
    await lock(client, folder)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  client.on('end', () => {
    if (!released) onLost()
  })
  return {
    announce: async (address) => {
      await client.query(`select set_config('application_name', $1, false)`, [name(address)])
    },
    release: async (last) => {
      released = true
      await last()
      await client.end()
    },
  }
}

async function lock(client: pg.Client, folder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey])
    if (rows[0]?.got) return
    const holder = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
      [lockKey],
    )
    const [, pid, address] = (holder.rows[0]?.name ?? '').split(' ')
    // PostgreSQL may need a moment to see that the former program was killed.
    if (attempt < 50 && !isAlive(Number(pid))) {
      await pause(100)
      continue
    }
    throw new DatabaseInUse(
      `Another Ekokommun${pid ? ` (process ${pid}${address ? `, ${address}` : ''})` : ''} already uses ${folder}.\n` +
        'Stop it first, or start this one on a folder of its own: DATA_DIR=another-folder npm start',
    )
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
