import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Env, MiddlewareHandler } from 'hono'
import { LRUCache } from 'lru-cache'
import { currentScope } from '../observe/scope.ts'
import { pageAsked } from '../observe/topics.ts'
import { createRoom } from '../room.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Good for its speed; the window suits pages, and costs a sixteenth of the memory of the usual one. */
const brotliParams = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 }

type Encoding = 'br' | 'gzip' | 'identity'

/** A page that is kept as it is sent. */
export interface KeptPage {
  body: Buffer<ArrayBuffer>
  etag: string
  headers: [string, string][]
  /** All headers of the whole answer and the route that made it, once somebody has got it who is nobody. */
  whole?: { headers: Record<string, string>; route: string }
}

export interface PageCacheOptions<E extends Env> {
  pages: PageMemory
  /** The version of the data that a request is answered from. */
  version: (c: Context<E>) => string
  /** Whether the whole answer is the same for all who are nobody, with nothing that must be done for each of them. */
  isPlain: (c: Context<E>) => boolean
}

/** More pages than this, made at the same time, only wait for each other and hold memory. */
const makingAtOnce = 24
/** Whoever comes when so many wait is told at once to come back; a page takes some milliseconds. */
const waitingAtMost = 1000

/** What is kept of the pages that are the same for everyone, up to a number of bytes; 0 keeps nothing. */
export function createPageMemory(maxBytes: number) {
  const kept = maxBytes
    ? new LRUCache<string, KeptPage>({
        maxSize: maxBytes,
        sizeCalculation: (page) => page.body.length + 1500,
      })
    : undefined
  /** Requests that were answered with a page that may be sent again whole. */
  const plain = new WeakMap<Request, { page: KeptPage; route: string }>()
  return { kept, plain }
}

export type PageMemory = ReturnType<typeof createPageMemory>

/**
 * Public pages are the same for everyone, so each one is made, compressed and hashed once for a version of the
 * data, however many ask for it meanwhile. Browsers ask again every time (`no-cache`) and get 304 when nothing changed.
 * An answer that brings its own ETag passes as it is: a streamed file is never gathered here, nor is one kept that
 * depends on more than its address. Nor is a line of events, which has no end.
 */
export function pageCache<E extends Env>(options: PageCacheOptions<E>): MiddlewareHandler<E> {
  const { kept, plain } = options.pages
  const making = new Map<string, Promise<KeptPage | undefined>>()
  const inTurn = createRoom(makingAtOnce, waitingAtMost)

  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const key = keyOf(options.version(c), c.req.raw)
    const underWay = making.get(key)
    let page = kept?.get(key) ?? (underWay && (await underWay))
    pageAsked.tell({ kept: page !== undefined })
    if (!page) {
      const made = inTurn(async () => {
        await next()
        if (!isWhole(c.res)) return undefined
        return keep(c.res, chooseEncoding(c.req.header('accept-encoding')))
      })
      if (kept && !making.has(key)) {
        making.set(
          key,
          made.catch(() => undefined).finally(() => making.delete(key)),
        )
      }
      page = await made
      if (!page) return
      if (!c.res.headers.get('cache-control')?.includes('no-store')) kept?.set(key, page)
    }
    if (options.isPlain(c)) plain.set(c.req.raw, { page, route: currentScope().route ?? '' })
    const headers = new Headers(page.headers)
    c.res = undefined
    if (matches(c.req.header('if-none-match'), page.etag)) {
      for (const name of ofBodies) headers.delete(name)
      c.res = new Response(null, { status: 304, headers })
      return
    }
    c.res = new Response(c.req.method === 'HEAD' ? null : page.body, { status: 200, headers })
  }
}

/** Headers that an answer without a body does not have. */
export const ofBodies = ['content-length', 'content-encoding']

/** Names what is kept: what the address shows, in one version of the data, packed as one kind of browser takes it. */
export function keyOf(version: string, request: Request): string {
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? undefined)
  return `${version} ${encoding} ${request.headers.get('host') ?? ''} ${request.url}`
}

function isWhole({ status, headers }: Response): boolean {
  if (status !== 200 || headers.has('set-cookie') || headers.has('etag')) return false
  return !headers.get('content-type')?.startsWith('text/event-stream')
}

async function keep(response: Response, encoding: Encoding): Promise<KeptPage> {
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
