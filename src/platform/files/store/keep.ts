import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { knownPlaces, writtenPlace } from './current.ts'
import { folderPlace } from './folder.ts'
import { FileLost, FilesAway, type Place } from './place.ts'
import { type ContentRow, findContent, holdFile, noteContent, noteReleased } from './queries.ts'

/** A file as a row of its owner holds it: the bytes themselves, or the SHA-256 of what lies outside the database. */
export interface KeptFile {
  inside: Buffer | null
  outside: string | null
}

/**
 * Keeps the bytes of a file within the transaction that writes its row: in the row, or at the place of `FILE_STORE`.
 * They are safe when this returns. Throws {@link FilesAway} when the place cannot be reached; nothing is kept then.
 */
export async function keepFile(trx: Transaction<Database>, bytes: Buffer): Promise<KeptFile> {
  const place = writtenPlace()
  if (!place) return { inside: bytes, outside: null }
  const sha256 = sumOf(bytes)
  await holdFile(trx, sha256, 'keep')
  const known = await findContent(trx, sha256)
  if (known?.place !== place.name || (await place.sizeOf(sha256)) !== bytes.length) {
    await place.put(sha256, bytes)
    await noteContent(trx, { sha256, size: bytes.length, place: place.name })
    if (known && known.place !== place.name) await noteReleased(trx, known)
  }
  return { inside: null, outside: sha256 }
}

/** The bytes of a file, proven by their sum. Throws {@link FilesAway} or {@link FileLost}. */
export async function readFile(db: Kysely<Database>, { inside, outside }: KeptFile): Promise<Buffer> {
  if (inside || !outside) return inside ?? Buffer.alloc(0)
  const row = await findContent(db, outside)
  if (!row) throw new FileLost(`There is no file ${outside}`)
  return readContent(row)
}

/** The bytes of a file outside the database, proven by their sum. */
export async function readContent(row: ContentRow): Promise<Buffer> {
  const bytes = await gather(await openContent(row), row)
  if (sumOf(bytes) !== row.sha256) throw new FileLost(`The file ${row.sha256} in ${row.place} is spoilt`)
  return bytes
}

/** The bytes of a file as they come, not yet proven. A place that was renamed is found among those of the settings. */
export async function openContent(row: ContentRow): Promise<ReadableStream<Uint8Array>> {
  let away: FilesAway | undefined
  for (const place of placesOf(row)) {
    try {
      const found = await place.read(row.sha256)
      if (found) return found
    } catch (error) {
      if (!(error instanceof FilesAway)) throw error
      away ??= error
    }
  }
  if (away) throw away
  if (!placeNamed(row.place)) {
    throw new FilesAway(`Files lie in ${row.place}, which FILE_STORE does not name`)
  }
  throw new FileLost(`The file ${row.sha256} is missing in ${row.place}`)
}

/** Where a file may be: first where its row tells, then wherever else the settings name. */
export function placesOf({ place }: Pick<ContentRow, 'place'>): Place[] {
  const named = placeNamed(place)
  return [...(named ? [named] : []), ...knownPlaces().filter(({ name }) => name !== place)]
}

/** A place by its name. A folder needs no setting to be read; a store that speaks S3 needs its key. */
export function placeNamed(name: string): Place | undefined {
  const known = knownPlaces().find((place) => place.name === name)
  return known ?? (name.startsWith('s3:') ? undefined : folderPlace(name))
}

async function gather(stream: ReadableStream<Uint8Array>, { place }: ContentRow): Promise<Buffer> {
  try {
    return Buffer.from(await new Response(stream).arrayBuffer())
  } catch (error) {
    throw new FilesAway(`${place} broke off`, { cause: error })
  }
}

export function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
