import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { loadDemonstration, loadReference } from '../src/app/load.ts'
import { type Connection, connect } from '../src/database/connect.ts'
import { findPlace } from '../src/database/embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from '../src/database/embedded/server.ts'
import { migrate } from '../src/database/migrate.ts'
import type { Database } from '../src/database/tables.ts'

/** Runs a measurement on the embedded database of its own, filled with the demonstration; all of it is gone after. */
export async function withAssociation(
  measure: (place: { db: Kysely<Database>; connection: Connection; folder: string }) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-'))
  await chmod(folder, 0o755)
  const place = await findPlace(folder, true)
  await ensureInitialised(place)
  const connection = await startServer(place)
  const db = connect(connection)
  try {
    await migrate(db)
    await loadReference(db, () => {})
    await loadDemonstration(db, () => {})
    await measure({ db, connection, folder })
  } finally {
    await db.destroy()
    await stopServer(place)
    await rm(folder, { recursive: true, force: true })
  }
}
