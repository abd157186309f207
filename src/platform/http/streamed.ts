import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { patiently } from '../patience.ts'
import type { AppEnv } from './context.ts'
import { acceptsEncoding, matches } from './page-cache.ts'

/** A file that is written while it is sent. */
export interface StreamedFile {
  mediaType: string
  /** What it is saved as; without one a browser shows it. */
  saveAs?: string
  /** What the content depends on beside the data's version and the address, such as its columns. */
  shape: string
  /** When the data last changed; null when nobody knows. */
  changedAt: Date | null
  /** Whether it shrinks when it is compressed: true for text. */
  compress: boolean
  headers?: Record<string, string>
  write: () => AsyncIterable<string | Uint8Array>
}

/**
 * Answers with a file of any size: nothing is made before the client reads, and no more than it reads. The ETag comes
 * from the version of the data, so that a client that has the file gets 304 without the file being made. Any page on
 * the web may read it. When the writing fails the connection breaks, so that half a file never passes for a whole one.
 */
export function streamed<D>(c: Context<AppEnv<D>>, file: StreamedFile): Response {
  const gzip = file.compress && acceptsEncoding(c.req.header('accept-encoding'), 'gzip')
  const { pathname, search } = new URL(c.req.url)
  const version = createHash('sha256')
    .update(JSON.stringify([c.var.dataVersion, pathname, search, file.shape]))
    .digest('base64url')
  const etag = `"${version.slice(0, 22)}${gzip ? '-gzip' : ''}"`
  const headers = new Headers({
    etag,
    vary: 'Accept-Encoding',
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Link, Last-Modified, Content-Disposition',
    'x-content-type-options': 'nosniff',
    ...file.headers,
  })
  if (file.changedAt) headers.set('last-modified', file.changedAt.toUTCString())
  if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', file.mediaType)
  if (file.saveAs) headers.set('content-disposition', `attachment; filename="${file.saveAs}"`)
  if (gzip) headers.set('content-encoding', 'gzip')
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  const bytes = streamOf(file.write())
  return new Response(gzip ? bytes.pipeThrough(new CompressionStream('gzip')) : bytes, { headers })
}

/** The whole file may take as long as its reader likes. */
const longestStatementMs = 60_000

/** Asks for the next part only when the reader wants one. */
function streamOf(parts: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = parts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await patiently(longestStatementMs, () => iterator.next())
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value))
      },
      cancel: async () => {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
