import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { queryEnded } from '#platform/observe/topics.ts'
import { steadyPool } from './steady-pool.ts'
import type { Database } from './tables.ts'

// One place decides how PostgreSQL's types read in the program.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** How to reach a PostgreSQL server, part by part. */
export interface ServerConnection {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/** How to reach a PostgreSQL server. */
export type Connection = { connectionString: string } | ServerConnection

/** How long the database keeps what a transaction holds for a program that says nothing: its line may be dead. */
const silenceMs = 20_000

/** What every line to the database has in common. */
export function clientConfig(connection: Connection) {
  return {
    ...connection,
    application_name: 'ekokommun',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: silenceMs,
    // A machine at the other end that is gone without a word is noticed within half a minute.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  } satisfies pg.ClientConfig
}

/** The open pools of this process. */
const pools = new Set<pg.Pool>()

/** How the connections of this process are used: all there are, those that rest, and who waits for one. */
export function poolState(): { open: number; idle: number; waiting: number } {
  const state = { open: 0, idle: 0, waiting: 0 }
  for (const pool of pools) {
    if (pool.ended) pools.delete(pool)
    state.open += pool.totalCount
    state.idle += pool.idleCount
    state.waiting += pool.waitingCount
  }
  return state
}

/** Opens a pool. Throws nothing yet: the first query tells whether the server is there. */
export function connect(connection: Connection, max = 10): Kysely<Database> {
  return told(steadyPool(openPool({ ...clientConfig(connection), max })))
}

/** Opens a pool to a server that others can answer for: nothing is waited for long, and nothing is asked there twice. */
export function connectToReplica(connection: Connection, max = 10): Kysely<Database> {
  const limits = { connectionTimeoutMillis: 2000, query_timeout: 15_000 }
  return told(openPool({ ...clientConfig(connection), ...limits, max }))
}

function openPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings)
  // An idle connection that breaks is replaced at the next query; without a listener Node would end the process.
  pool.on('error', () => {})
  pools.add(pool)
  return pool
}

/** A database that tells those who watch of each query. */
function told(pool: PostgresPool): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query, queryDurationMillis, level }) =>
      queryEnded.tell({ sql: query.sql, ms: queryDurationMillis, failed: level === 'error' }),
  })
}
