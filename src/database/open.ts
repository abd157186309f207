import { type Kysely, sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import { type Progress, step } from '#platform/progress.ts'
import { type Connection, connect } from './connect.ts'
import { findPlace } from './embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from './embedded/server.ts'
import { becomeSoleUser } from './embedded/sole-user.ts'
import { DatabaseFailure } from './failure.ts'
import type { Database } from './tables.ts'

const oldestVersion = 15

/** An open database. */
export interface OpenDatabase {
  db: Kysely<Database>
  connection: Connection
  /** Tells a second program that starts on the same folder where this one answers. */
  announce(address: string): Promise<void>
  /** Closes the connections, and stops the embedded server when it is ours. */
  close(): Promise<void>
}

/**
 * Opens the database of the settings: an outside PostgreSQL (`DATABASE_URL`), else the embedded one in the data
 * folder. Throws {@link DatabaseFailure} with what to do when it cannot be had.
 */
export async function openDatabase(config: Config, progress: Progress): Promise<OpenDatabase> {
  return config.databaseUrl
    ? openOutside({ connectionString: config.databaseUrl })
    : openEmbedded(config.dataDir, config.dataDirChosen, progress)
}

async function openOutside(connection: Connection): Promise<OpenDatabase> {
  const db = connect(connection)
  try {
    const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db)
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (version < oldestVersion) {
      throw new DatabaseFailure(
        `DATABASE_URL leads to PostgreSQL ${version}. Ekokommun needs ${oldestVersion} or newer.`,
      )
    }
  } catch (error) {
    await db.destroy()
    if (error instanceof DatabaseFailure) throw error
    throw new DatabaseFailure(
      `The PostgreSQL of DATABASE_URL cannot be used: ${reason(error)}\nCheck that it runs and that the address, user and password are right.`,
    )
  }
  return { db, connection, announce: async () => {}, close: () => db.destroy() }
}

async function openEmbedded(dataDir: string, chosen: boolean, progress: Progress): Promise<OpenDatabase> {
  const place = await findPlace(dataDir, chosen)
  if (place.remark) progress(place.remark)
  await step(progress, 'Starting the database', async () => {
    await ensureInitialised(place)
  })
  const connection = await startServer(place)
  const soleUse = await becomeSoleUser(connection, dataDir)
  const db = connect(connection)
  return {
    db,
    connection,
    announce: soleUse.announce,
    close: async () => {
      await db.destroy()
      await soleUse.release()
      await stopServer(place)
    },
  }
}

/** What PostgreSQL or the network said, also when Node wraps several attempts into one error without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  return error instanceof Error ? error.message : String(error)
}
