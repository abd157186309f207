import type { Connection } from '../../src/database/connect.ts'

/** A connection as one address, for a program of its own. */
export function connectionStringOf(connection: Connection): string {
  if ('connectionString' in connection) return connection.connectionString
  const { user, password, host, port, database } = connection
  return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}
