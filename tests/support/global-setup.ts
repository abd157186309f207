import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadDemonstration, loadReference } from '../../src/app/load.ts'
import { type Connection, clientConfig, connect } from '../../src/database/connect.ts'
import { findPlace } from '../../src/database/embedded/place.ts'
import {
  connectAsWeb,
  ensureInitialised,
  startServer,
  stopServer,
} from '../../src/database/embedded/server.ts'
import { migrate } from '../../src/database/migrate.ts'
import { giveRights } from '../../src/database/roles/rights.ts'
import { ensureWebRole, newPassword, webRole } from '../../src/database/roles/web-role.ts'
import type { Database } from '../../src/database/tables.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all tests share. */
    server: Connection
    /** The same server for the role that serves. */
    webServer: Connection
    /** A folder for what the files of a run make once and share; everyone may pass through. */
    shared: string
    /** A data folder with the demonstration whose server was stopped in an orderly way; none beside an outside server. */
    loadedFolder: string | undefined
  }
}

/** The two templates that a test's own database is copied from. */
export const templates = { empty: 'ekokommun_template_empty', loaded: 'ekokommun_template_loaded' } as const

/** The database that the program uses on a server of its own. */
const ownDatabase = 'postgres'

/** Starts one server for the whole run and prepares the templates: an empty schema, and the demonstration. */
export default async function setup(project: TestProject) {
  const server = await startTestServer()
  const shared = await mkdtemp(join(tmpdir(), 'ekokommun-shared-'))
  await chmod(shared, 0o755)
  process.env.TEST_BUILD = join(shared, 'build')
  // What Node has understood of a file once, the many processes that tests start need not read again.
  process.env.NODE_COMPILE_CACHE ??= join(shared, 'compiled')
  for (const name of [templates.empty, templates.loaded]) {
    await onServer(server.connection, `drop database if exists ${name} with (force)`)
  }
  await onServer(server.connection, `create database ${templates.empty}`)
  await withDatabase(databaseOn(server.connection, templates.empty), async (db) => {
    await migrate(db)
    await giveRights(db, webRole)
  })
  if (server.loadedFolder) {
    await onServer(server.connection, `create database ${templates.loaded} template ${ownDatabase}`)
  } else {
    await onServer(server.connection, `create database ${templates.loaded}`)
    await withDatabase(databaseOn(server.connection, templates.loaded), load)
  }
  project.provide('server', server.connection)
  project.provide('webServer', server.webConnection)
  project.provide('shared', shared)
  project.provide('loadedFolder', server.loadedFolder)
  return async () => {
    await server.stop()
    await rm(shared, { recursive: true, force: true })
  }
}

interface TestServer {
  connection: Connection
  webConnection: Connection
  loadedFolder: string | undefined
  stop(): Promise<void>
}

async function startTestServer(): Promise<TestServer> {
  const outside = process.env.TEST_DATABASE_URL
  if (outside) {
    const connection = { connectionString: outside }
    const webAddress = new URL(outside)
    webAddress.username = webRole
    webAddress.password = newPassword()
    await ensureWebRole(connection, webAddress.password)
    const webConnection = { connectionString: webAddress.href }
    return { connection, webConnection, loadedFolder: undefined, stop: async () => {} }
  }
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-test-'))
  // As root the server runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const place = await findPlace(folder, true)
  await ensureInitialised(place)
  const first = await startServer(place)
  await connectAsWeb(place, first)
  await withDatabase(first, load)
  // Copied as the program leaves it, before the settings below: whoever kills its server means a safe one.
  await stopServer(place)
  const loadedFolder = join(folder, 'loaded')
  await mkdir(loadedFolder)
  execFileSync('cp', ['-a', place.folder, loadedFolder])
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
    webConnection: await connectAsWeb(place, connection),
    loadedFolder,
    stop: async () => {
      await stopServer(place)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Brings in everything that a first start of the demonstration does. */
async function load(db: Kysely<Database>): Promise<void> {
  await migrate(db)
  await loadReference(db, () => {})
  await loadDemonstration(db, () => {})
  await giveRights(db, webRole)
}

async function withDatabase(
  connection: Connection,
  act: (db: Kysely<Database>) => Promise<unknown>,
): Promise<void> {
  const db = connect(connection)
  await act(db)
  await db.destroy()
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
