import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './tables.ts'

// One place decides how PostgreSQL's types read in the program.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** How to reach a PostgreSQL server. */
export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string }

export function clientConfig(connection: Connection): pg.ClientConfig {
  return { ...connection, application_name: 'ekokommun', connectionTimeoutMillis: 10_000 }
}

/** Opens a pool. Throws nothing yet: the first query tells whether the server is there. */
export function connect(
  connection: Connection,
  max = 10,
  limits: Pick<pg.PoolConfig, 'connectionTimeoutMillis' | 'query_timeout'> = {},
): Kysely<Database> {
  const pool = new pg.Pool({ ...clientConfig(connection), ...limits, max })
  // An idle connection that breaks is replaced at the next query; without a listener Node would end the process.
  pool.on('error', () => {})
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
