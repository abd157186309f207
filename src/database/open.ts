import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import { LineLost } from '#platform/outage.ts'
import { type Progress, step } from '#platform/progress.ts'
import { type Connection, connect, type ServerConnection } from './connect.ts'
import { findPlace, type Place } from './embedded/place.ts'
import { connectAsWeb, ensureInitialised, startServer, stopServer } from './embedded/server.ts'
import { becomeSoleUser, type SoleUse } from './embedded/sole-user.ts'
import { DatabaseFailure, DatabaseInUse } from './failure.ts'
import { actAsOwner, expectApart } from './roles/owner.ts'
import type { Database } from './tables.ts'

const oldestVersion = 15
/** How long a stop waits for queries that are still running; those that take longer are rolled back. */
const lastQueriesMs = 5000
/** What a server that is about to stop or was killed answers: not reachable, shutting down, or hanging up. */
const leaving = /ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|terminated|shutting down|starting up/

/** An open database, in the name of the role that serves and works. */
export interface OpenDatabase {
  db: Kysely<Database>
  connection: Connection
  /** How to reach it as the owner of the tables, who alone may alter them. */
  owner: Connection
  /** Brings the tables up to date as their owner, over connections that are closed afterwards. */
  asOwner<T>(run: (owner: Kysely<Database>) => Promise<T>): Promise<T>
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
    ? openOutside(config.databaseUrl, config.databaseOwnerUrl)
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
    const place = await findPlace(config.dataDir, config.dataDirChosen)
    const owner = await startServer(place)
    const connection = await connectAsWeb(place, owner)
    const db = connect(connection)
    return {
      db,
      connection,
      owner,
      asOwner: (act) => actAsOwner(owner, db, act),
      announce: async () => {},
      close: () => db.destroy(),
      alone: false,
    }
  }
}

async function openOutside(address: string, ownerAddress: string | undefined): Promise<OpenDatabase> {
  const connection = { connectionString: address }
  const db = connect(connection)
  if (!ownerAddress) {
    await expectUsable(db, 'DATABASE_URL')
    return {
      db,
      connection,
      owner: connection,
      asOwner: (act) => act(db),
      announce: async () => {},
      close: () => closeSoon(db),
    }
  }
  const owner = { connectionString: ownerAddress }
  const ownerDb = connect(owner, 2)
  try {
    await expectUsable(db, 'DATABASE_URL')
    await expectUsable(ownerDb, 'DATABASE_OWNER_URL')
    await expectApart(db, ownerDb)
  } catch (error) {
    await db.destroy()
    throw error
  } finally {
    await ownerDb.destroy()
  }
  return {
    db,
    connection,
    owner,
    asOwner: (act) => actAsOwner(owner, db, act),
    announce: async () => {},
    close: () => closeSoon(db),
  }
}

/** Asks the server for its version. Throws {@link DatabaseFailure}, and closes the pool, when it cannot be used. */
async function expectUsable(db: Kysely<Database>, setting: string): Promise<void> {
  try {
    const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db)
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000)
    if (version < oldestVersion) {
      throw new DatabaseFailure(
        `${setting} leads to PostgreSQL ${version}. Ekokommun needs ${oldestVersion} or newer.`,
      )
    }
  } catch (error) {
    await db.destroy()
    if (error instanceof DatabaseFailure) throw error
    throw new DatabaseFailure(
      `The PostgreSQL of ${setting} cannot be used: ${reason(error)}\nCheck that it runs and that the address, user and password are right.`,
    )
  }
}

async function openEmbedded(
  dataDir: string,
  chosen: boolean,
  progress: Progress,
  onLost: () => void,
): Promise<OpenDatabase> {
  const place = await findPlace(dataDir, chosen)
  if (place.remark) progress(place.remark)
  const { owner, connection, soleUse } = await step(progress, 'Starting the database', async () => {
    await ensureInitialised(place)
    const alone = await startAlone(place, onLost)
    return { ...alone, connection: await connectAsWeb(place, alone.owner) }
  })
  const db = connect(connection)
  return {
    db,
    connection,
    owner,
    asOwner: (act) => actAsOwner(owner, db, act),
    announce: soleUse.announce,
    close: async () => {
      await closeSoon(db)
      await soleUse.release(() => stopServer(place))
    },
  }
}

/** Starts the server and takes the lock. A server that stops for its former program is waited for and started anew. */
async function startAlone(
  place: Place,
  onLost: () => void,
): Promise<{ owner: ServerConnection; soleUse: SoleUse }> {
  for (let attempt = 0; ; attempt += 1) {
    const owner = await startServer(place)
    try {
      return { owner, soleUse: await becomeSoleUser(owner, place.folder, onLost) }
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

/** Closes the connections; what still runs on them after a while is left to the database, which undoes it. */
async function closeSoon(db: Kysely<Database>): Promise<void> {
  await Promise.race([db.destroy(), pause(lastQueriesMs, undefined, { ref: false })])
}

/** What PostgreSQL or the network said, also when Node wraps several attempts into one error without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ')
  if (error instanceof LineLost && error.cause) return reason(error.cause)
  return error instanceof Error ? error.message : String(error)
}
