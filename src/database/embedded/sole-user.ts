import pg from 'pg'
import { type Connection, clientConfig } from '../connect.ts'
import { DatabaseFailure } from '../failure.ts'

/** Any fixed number will do; it names "this data folder is in use". */
const lockKey = 1_980_1995

/** The lock that makes one program the only user of an embedded database. PostgreSQL frees it if the program dies. */
export interface SoleUse {
  /** Shown to whoever tries to start a second program. */
  announce(address: string): Promise<void>
  release(): Promise<void>
}

/** Takes the lock, or throws {@link DatabaseFailure} that says who holds it. */
export async function becomeSoleUser(connection: Connection, folder: string): Promise<SoleUse> {
  const name = (address: string) => `ekokommun ${process.pid} ${address}`.trim()
  const client = new pg.Client({ ...clientConfig(connection), application_name: name(''), keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [lockKey])
  if (!rows[0]?.got) {
    const holder = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
      [lockKey],
    )
    await client.end()
    const [, pid, address] = (holder.rows[0]?.name ?? '').split(' ')
    throw new DatabaseFailure(
      `Another Ekokommun${pid ? ` (process ${pid}${address ? `, ${address}` : ''})` : ''} already uses ${folder}.\n` +
        'Stop it first, or start this one on a folder of its own: DATA_DIR=another-folder npm start',
    )
  }
  return {
    announce: async (address) => {
      await client.query(`select set_config('application_name', $1, false)`, [name(address)])
    },
    release: () => client.end(),
  }
}
