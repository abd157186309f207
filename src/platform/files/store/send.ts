import { createHash } from 'node:crypto'
import type { Database } from '#database/tables.ts'
import type { AppContext } from '#platform/http/context.ts'
import { type KeptFile, openContent, readContent } from './keep.ts'
import { FileLost, FilesAway } from './place.ts'
import { type ContentRow, findContent } from './queries.ts'

/** In bytes; what is larger goes through without lying in memory. */
const large = 1024 * 1024

/** Answers with a file. A large one is sent while it is read, and its last part only once its sum is proven. */
export async function sendFile(
  c: AppContext<Database>,
  { inside, outside }: KeptFile,
  headers: Record<string, string>,
): Promise<Response> {
  if (inside || !outside) return c.body(new Uint8Array(inside ?? []), 200, headers)
  const row = await findContent(c.var.db, outside)
  if (!row) throw new FileLost(`There is no file ${outside}`)
  if (row.size <= large) return c.body(new Uint8Array(await readContent(row)), 200, headers)
  const stream = (await openContent(row)).pipeThrough(proving(row))
  // An ETag lets it pass the page cache, which would gather it.
  return c.body(stream, 200, {
    etag: `"${row.sha256.slice(0, 22)}"`,
    'content-length': String(row.size),
    ...headers,
  })
}

/** Holds each part back until the next one comes, so that a spoilt file never arrives whole. */
function proving({ sha256, place }: ContentRow): TransformStream<Uint8Array, Uint8Array> {
  const sum = createHash('sha256')
  let held: Uint8Array | undefined
  return new TransformStream({
    transform: (part, out) => {
      sum.update(part)
      if (held) out.enqueue(held)
      held = part
    },
    flush: (out) => {
      if (sum.digest('hex') !== sha256) throw new FileLost(`The file ${sha256} in ${place} is spoilt`)
      if (held) out.enqueue(held)
    },
  })
}

/** The status that a refused upload is answered with. */
export function statusOf(fault: string | undefined): 422 | 503 {
  return fault === 'files-away' ? 503 : 422
}

/** What an upload came to, or `files-away` when the place of the files could not be reached: nothing was kept. */
export async function unlessAway<T>(upload: Promise<T>): Promise<T | 'files-away'> {
  try {
    return await upload
  } catch (error) {
    if (error instanceof FilesAway) return 'files-away'
    throw error
  }
}
