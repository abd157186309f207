import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import { LineLost } from '#platform/outage.ts'
import { type Progress, step } from '#platform/progress.ts'
import { type Connection, connect } from './connect.ts'
import { findPlace, type Place } from './embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from './embedded/server.ts'
import { becomeSoleUser, type SoleUse } from './embedded/sole-user.ts'
import { DatabaseFailure, DatabaseInUse } from './failure.ts'
import type { Database } from './tables.ts'

const oldestVersion = 15
/** How long a stop waits for queries that are still running; those that take longer are rolled back. */
const lastQueriesMs = 5000
/** What a server that is about to stop or was killed answers: not reachable, shutting down, or hanging up. */
const leaving = /ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|terminated|shutting down|starting up/

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
 * folder. Throws {@link DatabaseFailure} with what to do when it cannot be had. `onLost` is called when the embedded
 * server is gone without having been asked to: the program cannot go on then.
 */
export async function openDatabase(
  config: Config,
  progress: Progress,
  onLost: () => void,
): Promise<OpenDatabase> {
  return config.databaseUrl
    ? openOutside({ connectionString: config.databaseUrl })
    : openEmbedded(config.dataDir, config.dataDirChosen, progress, onLost)
}

/**
 * Opens the database for a command: beside the program that runs on it, else alone. `alone` tells which, since only
 * then the command has to bring the tables up to date.
 */
export async function openForCommand(
  config: Config,
  progress: Progress,
  onLost: () => void,
): Promise<OpenDatabase & { alone: boolean }> {
  try {
    return { ...(await openDatabase(config, progress, onLost)), alone: true }
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error
    const connection = await startServer(await findPlace(config.dataDir, config.dataDirChosen))
    const db = connect(connection)
    return { db, connection, announce: async () => {}, close: () => db.destroy(), alone: false }
  }
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

async function openEmbedded(
  dataDir: string,
  chosen: boolean,
  progress: Progress,
  onLost: () => void,
): Promise<OpenDatabase> {
  const place = await findPlace(dataDir, chosen)
  if (place.remark) progress(place.remark)
  const { connection, soleUse } = await step(progress, 'Starting the database', async () => {
    await ensureInitialised(place)
    return startAlone(place, onLost)
  })
  const db = connect(connection)
  return {
    db,
    connection,
    announce: soleUse.announce,
    close: async () => {
      await Promise.race([db.destroy(), pause(lastQueriesMs, undefined, { ref: false })])
      await soleUse.release(() => stopServer(place))
    },
  }
}

/** Starts the server and takes the lock. A server that stops for its former program is waited for and started anew. */
async function startAlone(
  place: Place,
  onLost: () => void,
): Promise<{ connection: Connection; soleUse: SoleUse }> {
  for (let attempt = 0; ; attempt += 1) {
    const connection = await startServer(place)
    try {
      return { connection, soleUse: await becomeSoleUser(connection, place.folder, onLost) }
    } catch (error) {
      if (error instanceof DatabaseFailure) throw error
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (attempt >= 100 || !leaving.test(`${code} ${reason(error)}`)) {
        throw new DatabaseFailure(`The database in ${place.folder} cannot be used: ${reason(error)}`)
      }
      await pause(200)
    }
  }
}

/** What PostgreSQL or the network said, also when Node wraps several attempts into one error without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  if (error instanceof LineLost && error.cause) return reason(error.cause)
  return error instanceof Error ? error.message : String(error)
}
