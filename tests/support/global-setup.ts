import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadDemonstration, loadReference } from '../../src/app/load.ts'
import { type Connection, clientConfig, connect } from '../../src/database/connect.ts'
import { findPlace } from '../../src/database/embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from '../../src/database/embedded/server.ts'
import { migrate } from '../../src/database/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all tests share. */
    server: Connection
  }
}

/** The two templates that a test's own database is copied from. */
export const templates = { empty: 'ekokommun_template_empty', loaded: 'ekokommun_template_loaded' } as const

/** Starts one server for the whole run and prepares the templates: an empty schema, and the demonstration. */
export default async function setup(project: TestProject) {
  const server = await startTestServer()
  for (const name of [templates.empty, templates.loaded]) {
    await onServer(
      server.connection,
      `drop database if exists ${name} with (force)`,
      `create database ${name}`,
    )
    const db = connect(databaseOn(server.connection, name))
    await migrate(db)
    if (name === templates.loaded) {
      await loadReference(db, () => {})
      await loadDemonstration(db, () => {})
    }
    await db.destroy()
  }
  project.provide('server', server.connection)
  return server.stop
}

async function startTestServer(): Promise<{ connection: Connection; stop(): Promise<void> }> {
  const outside = process.env.TEST_DATABASE_URL
  if (outside) return { connection: { connectionString: outside }, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-test-'))
  // As root the server runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const place = await findPlace(folder, true)
  await ensureInitialised(place)
  const connection = await startServer(place)
  // Tests may lose their data in a power cut.
  await onServer(
    connection,
    'alter system set fsync = off',
    'alter system set synchronous_commit = off',
    'alter system set full_page_writes = off',
    'select pg_reload_conf()',
  )
  return {
    connection,
    stop: async () => {
      await stopServer(place)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same server, another database on it. */
export function databaseOn(connection: Connection, database: string): Connection {
  if (!('connectionString' in connection)) return { ...connection, database }
  const address = new URL(connection.connectionString)
  address.pathname = `/${database}`
  return { connectionString: address.href }
}

/** Runs statements one by one on the server's own database. */
export async function onServer(connection: Connection, ...statements: string[]): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
