import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import { log } from '#platform/log.ts'
import { beat, endProcess } from './process-queries.ts'
import { programVersion } from './version.ts'

const everyMs = 30_000
/** A database that is away must not hold up the end of a process. */
const lastWordMs = 1000

/** Says twice a minute that this process is there, for the page that shows which ones run. Gives what ends it. */
export async function startHeartbeat(
  db: Kysely<Database>,
  work: Config['work'],
): Promise<() => Promise<void>> {
  const own = {
    id: randomUUID(),
    host: hostname(),
    pid: process.pid,
    version: await programVersion(),
    works: work !== 'no',
    serves: work !== 'only',
  }
  const once = () =>
    beat(db, own).catch((error: unknown) =>
      log.info({ err: error }, 'the database was not told that we are here'),
    )
  await once()
  const timer = setInterval(once, everyMs).unref()
  return async () => {
    clearInterval(timer)
    await Promise.race([
      endProcess(db, own.id).catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, lastWordMs).unref()),
    ])
  }
}
