import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { knownPlaces } from './current.ts'
import { placesOf, readContent } from './keep.ts'
import { listOwners, listUnreferenced } from './owner-queries.ts'
import { FileLost, type Place } from './place.ts'
import { type ContentRow, findContent, listContents, noteReleased } from './queries.ts'
import { removeReleased } from './release.ts'

/** What somebody may be just about to refer to is left alone for so long. */
const youngMs = 24 * 3_600_000
const atOnce = 100

/** What a walk through all files outside the database has found. */
export interface FileCheck {
  checked: number
  /** Not there, or of another size than was kept. */
  missing: ContentRow[]
  /** There, but not what was kept. */
  spoilt: ContentRow[]
  /** Older than a day, and nobody refers to them. */
  unneeded: { sha256: string; place: string }[]
}

/** Looks at every file; `whole` reads each and compares its sum. Throws `FilesAway` when a place cannot be reached. */
export async function checkFiles(
  db: Kysely<Database>,
  now: Date,
  { whole, signal }: { whole: boolean; signal: AbortSignal },
): Promise<FileCheck> {
  const check: FileCheck = { checked: 0, missing: [], spoilt: [], unneeded: [] }
  for (let after = ''; !signal.aborted; ) {
    const rows = await listContents(db, after, atOnce)
    for (const row of rows) {
      if (signal.aborted) break
      after = row.sha256
      check.checked += 1
      const kept = await isThere(row)
      // What was removed while we walked is no loss.
      if (!kept && (await findContent(db, row.sha256))) check.missing.push(row)
      else if (kept && whole && !(await isWhole(row))) check.spoilt.push(row)
    }
    if (rows.length < atOnce) break
  }
  const before = new Date(now.getTime() - youngMs)
  check.unneeded = await listUnreferenced(db, await listOwners(db), before)
  for (const place of knownPlaces()) {
    for await (const { sha256, changedAt } of place.list()) {
      if (signal.aborted) return check
      const needed = changedAt >= before || (await findContent(db, sha256))?.place === place.name
      if (!needed) check.unneeded.push({ sha256, place: place.name })
    }
  }
  return check
}

/** Removes what nobody refers to; what somebody has begun to refer to meanwhile stays. */
export async function removeUnneeded(db: Kysely<Database>, { unneeded }: FileCheck): Promise<void> {
  for (const file of unneeded) await noteReleased(db, file)
  await removeReleased(db)
}

async function isThere(row: ContentRow): Promise<boolean> {
  const sizes = await Promise.all(placesOf(row).map((place: Place) => place.sizeOf(row.sha256)))
  return sizes.includes(row.size)
}

async function isWhole(row: ContentRow): Promise<boolean> {
  try {
    await readContent(row)
    return true
  } catch (error) {
    if (error instanceof FileLost) return false
    throw error
  }
}
