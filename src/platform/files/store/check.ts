import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Invariant } from '#platform/http/invariant.ts'
import { knownPlaces } from './current.ts'
import { expectNamed, placesOf, readContent } from './keep.ts'
import { listOwners, listUnreferenced } from './owner-queries.ts'
import { FileLost, FilesAway, type Place } from './place.ts'
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
  for await (const row of eachContent(db)) {
    if (signal.aborted) break
    check.checked += 1
    if (await isMissing(db, row)) check.missing.push(row)
    else if (whole && !(await isWhole(row))) check.spoilt.push(row)
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

/** What must hold of files outside the database. Only whether each is there is looked at, not every byte of it. */
export const fileInvariants: Invariant<Database>[] = [
  { says: 'every file is where its row says', broken: listMissing },
]

async function listMissing(db: Kysely<Database>): Promise<string[]> {
  const missing: string[] = []
  try {
    for await (const row of eachContent(db)) {
      if (await isMissing(db, row)) missing.push(`${row.sha256} is not in ${row.place}`)
    }
  } catch (error) {
    if (!(error instanceof FilesAway)) throw error
    missing.push(error.message)
  }
  return missing
}

async function* eachContent(db: Kysely<Database>): AsyncGenerator<ContentRow> {
  for (let after = ''; ; ) {
    const rows = await listContents(db, after, atOnce)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.sha256
  }
}

/** Not in any place that it may be in. What was removed while we walked is no loss. */
async function isMissing(db: Kysely<Database>, row: ContentRow): Promise<boolean> {
  return !(await isThere(row)) && (await findContent(db, row.sha256)) !== undefined
}

async function isThere(row: ContentRow): Promise<boolean> {
  const sizes = await Promise.all(placesOf(row).map((place: Place) => place.sizeOf(row.sha256)))
  if (sizes.includes(row.size)) return true
  expectNamed(row)
  return false
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
