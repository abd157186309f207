import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { log } from '#platform/log.ts'
import { placeNamed, sumOf } from './keep.ts'
import { deleteUnreferenced, type FileOwner, listOwners } from './owner-queries.ts'
import { FilesAway, type Place } from './place.ts'
import { findContent, forgetReleased, holdFile, listReleased, noteReleased } from './queries.ts'

/** The job that removes what nobody refers to any more. */
export const releaseJob = 'remove-released-files'

/**
 * Removes the bytes of files that nobody refers to any more: documents taken away, pictures of people who were
 * forgotten. First the row goes, then, when that is certain, the bytes: so a row never stands without its bytes. A
 * place that is away is tried again the next time.
 */
export async function removeReleased(db: Kysely<Database>): Promise<void> {
  const owners = await listOwners(db)
  for (const released of await listReleased(db)) {
    try {
      await removeOne(db, owners, released)
    } catch (error) {
      if (!(error instanceof FilesAway)) throw error
      log.warn({ place: released.place }, 'a file that nobody needs could not be removed yet')
    }
  }
}

/** Removes a file, row and bytes, unless somebody refers to it. Tells whether bytes were removed. */
export async function removeOne(
  db: Kysely<Database>,
  owners: FileOwner[],
  file: { sha256: string; place: string },
): Promise<boolean> {
  await db.transaction().execute(async (trx) => {
    await holdFile(trx, file.sha256, 'remove')
    const place = await deleteUnreferenced(trx, owners, file.sha256)
    if (place) await noteReleased(trx, { ...file, place })
  })
  return db.transaction().execute(async (trx) => {
    await holdFile(trx, file.sha256, 'remove')
    const row = await findContent(trx, file.sha256)
    const place = row?.place === file.place ? undefined : placeNamed(file.place)
    const home = row && placeNamed(row.place)
    const removed = place !== undefined && !(home && (await isSame(home, place)))
    if (removed) await place.remove(file.sha256)
    await forgetReleased(trx, file)
    return removed
  })
}

const known = new Map<string, boolean>()

/** Whether two names lead to one place, a folder and a link to it: what is kept in one is seen in the other. */
async function isSame(home: Place, other: Place): Promise<boolean> {
  const pair = `${home.name} ${other.name}`
  const before = known.get(pair)
  if (before !== undefined) return before
  const probe = randomBytes(20)
  await home.put(sumOf(probe), probe)
  const seen = (await other.sizeOf(sumOf(probe))) !== undefined
  await home.remove(sumOf(probe))
  known.set(pair, seen)
  return seen
}
