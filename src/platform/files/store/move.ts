import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { writtenPlace } from './current.ts'
import { keepFile, readContent, readFile } from './keep.ts'
import { type FileOwner, listOwners, putOwner, takeInside, takeOutside } from './owner-queries.ts'
import type { Place } from './place.ts'
import { type ContentRow, holdFile, listContents, noteContent, noteReleased } from './queries.ts'
import { removeReleased } from './release.ts'

const atOnce = 100

/**
 * Moves every file to where new ones are kept. Each is proven by its sum, and moved in a transaction of its own: broken
 * off anywhere and begun again it goes on with the rest, and the program may run meanwhile. Gives how many were moved.
 */
export async function moveFiles(
  db: Kysely<Database>,
  signal: AbortSignal,
  told: (moved: number) => void = () => {},
): Promise<number> {
  let moved = 0
  const count = () => {
    moved += 1
    told(moved)
  }
  const place = writtenPlace()
  for (const owner of await listOwners(db)) {
    const next = place ? moveOut : moveIn
    while (!signal.aborted && (await next(db, owner))) count()
  }
  if (place) await moveBetween(db, place, signal, count)
  await removeReleased(db)
  return moved
}

/** Moves a file out of its owner's row, into the place of the settings. False when none is left. */
function moveOut(db: Kysely<Database>, owner: FileOwner): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const found = await takeInside(trx, owner)
    if (found) await putOwner(trx, owner, found.row, await keepFile(trx, found.bytes))
    return found !== undefined
  })
}

/** Moves a file into its owner's row. What it leaves is released by the database. */
function moveIn(db: Kysely<Database>, owner: FileOwner): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const found = await takeOutside(trx, owner)
    if (found) {
      const inside = await readFile(trx, { inside: null, outside: found.sha256 })
      await putOwner(trx, owner, found.row, { inside, outside: null })
    }
    return found !== undefined
  })
}

/** Moves what lies in other places outside the database. */
async function moveBetween(
  db: Kysely<Database>,
  place: Place,
  signal: AbortSignal,
  count: () => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await listContents(db, after, atOnce)
    for (const row of rows) {
      if (signal.aborted) return
      after = row.sha256
      if (row.place === place.name) continue
      await moveOne(db, row, place)
      count()
    }
    if (rows.length < atOnce) return
  }
}

async function moveOne(db: Kysely<Database>, row: ContentRow, place: Place): Promise<void> {
  const bytes = await readContent(row)
  await db.transaction().execute(async (trx) => {
    await holdFile(trx, row.sha256, 'keep')
    if ((await place.sizeOf(row.sha256)) !== row.size) await place.put(row.sha256, bytes)
    await noteContent(trx, { ...row, place: place.name })
    await noteReleased(trx, row)
  })
}
