import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { inject, onTestFinished } from 'vitest'
import { type Connection, connect } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/tables.ts'
import { databaseOn, onServer, templates } from './global-setup.ts'

/** A database of this test's own, in the name of the role that serves: a test may do what the program may. */
export interface TestDatabase {
  db: Kysely<Database>
  connection: Connection
  /** The same as the owner of the tables, for what the program never does. */
  owner: Kysely<Database>
  ownerConnection: Connection
  drop(): Promise<void>
}

/** A fresh copy of the demonstration association: reference facts, members and values. Drop it when done. */
export function loadedDatabase(): Promise<TestDatabase> {
  return copyOf(templates.loaded)
}

/** A fresh database with tables only. Drop it when done. */
export function emptyDatabase(): Promise<TestDatabase> {
  return copyOf(templates.empty)
}

/** An empty database that is dropped when the test ends. */
export async function emptyForThisTest(): Promise<Kysely<Database>> {
  const { db, drop } = await emptyDatabase()
  onTestFinished(drop)
  return db
}

async function copyOf(template: string): Promise<TestDatabase> {
  const server = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  const connection = databaseOn(inject('webServer'), name)
  const ownerConnection = databaseOn(server, name)
  const db = connect(connection, 4)
  const owner = connect(ownerConnection, 2)
  return {
    db,
    connection,
    owner,
    ownerConnection,
    drop: async () => {
      await db.destroy()
      await owner.destroy()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}
