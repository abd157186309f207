import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Env, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { pageAsked } from '../observe/topics.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Good for its speed; the window suits pages, and costs a sixteenth of the memory of the usual one. */
const brotliParams = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 }

type Encoding = 'br' | 'gzip' | 'identity'

interface Kept {
  body: Buffer<ArrayBuffer>
  etag: string
  headers: [string, string][]
}

export interface PageCacheOptions<E extends Env> {
  /** Upper limit of kept bytes. 0 switches the memory off; answers still get an ETag and compression. */
  maxBytes: number
  /** The version of the data that a request is answered from. */
  version: (c: Context<E>) => string
}

/**
 * Public pages are the same for everyone, so each one is made, compressed and hashed once for a version of the
 * data. Browsers ask again every time (`no-cache`) and get 304 when nothing changed. An answer that brings its own
 * ETag passes as it is: a streamed file is never gathered here, nor is one kept that depends on more than its address.
 * Nor is a line of events, which has no end.
 */
export function pageCache<E extends Env>({ maxBytes, version }: PageCacheOptions<E>): MiddlewareHandler<E> {
  const kept = maxBytes
    ? new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: (page) => page.body.length + 500 })
    : undefined

  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const encoding = chooseEncoding(c.req.header('accept-encoding'))
    const key = `${version(c)} ${encoding} ${c.req.header('host') ?? ''} ${c.req.url}`
    let page = kept?.get(key)
    pageAsked.tell({ kept: page !== undefined })
    if (!page) {
      await next()
      if (c.res.status !== 200 || c.res.headers.has('set-cookie') || c.res.headers.has('etag')) return
      if (c.res.headers.get('content-type')?.startsWith('text/event-stream')) return
      page = await keep(c.res, encoding)
      if (!c.res.headers.get('cache-control')?.includes('no-store')) kept?.set(key, page)
    }
    const headers = new Headers(page.headers)
    if (matches(c.req.header('if-none-match'), page.etag)) {
      headers.delete('content-length')
      headers.delete('content-encoding')
      c.res = undefined
      c.res = new Response(null, { status: 304, headers })
      return
    }
    c.res = undefined
    c.res = new Response(c.req.method === 'HEAD' ? null : page.body, { status: 200, headers })
  }
}

async function keep(response: Response, encoding: Encoding): Promise<Kept> {
  const plain = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  const text = /text|json|xml|svg|javascript/.test(headers.get('content-type') ?? '')
  const used = text && plain.length > 500 ? encoding : 'identity'
  const body = await compress(plain, used)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}-${used}"`
  headers.set('etag', etag)
  headers.set('vary', 'Accept-Encoding')
  headers.set('content-length', String(body.length))
  if (used !== 'identity') headers.set('content-encoding', used)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
  return { body, etag, headers: [...headers] }
}

async function compress(plain: Buffer<ArrayBuffer>, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  if (encoding === 'br') {
    return Buffer.from(await brotli(plain, { params: brotliParams }))
  }
  if (encoding === 'gzip') return Buffer.from(await gzipped(plain, { level: 6 }))
  return plain
}

function chooseEncoding(accepted: string | undefined): Encoding {
  if (acceptsEncoding(accepted, 'br')) return 'br'
  return acceptsEncoding(accepted, 'gzip') ? 'gzip' : 'identity'
}

/** Whether an `Accept-Encoding` names an encoding without refusing it. */
export function acceptsEncoding(accepted: string | undefined, name: 'br' | 'gzip'): boolean {
  if (!accepted || !new RegExp(`\\b${name}\\b`).test(accepted)) return false
  return !new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?(,|$|\\s)`).test(accepted)
}

/** Whether an `If-None-Match` holds this ETag. */
export function matches(asked: string | undefined, etag: string): boolean {
  if (!asked) return false
  return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
