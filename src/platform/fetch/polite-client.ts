import { setTimeout as pause } from 'node:timers/promises'
import { backOff, FetchFault, retryAfter } from './fetch-fault.ts'
import type { Answered, Asking } from './public-address.ts'

/** What a source said of an answer, to ask only for what has changed. */
export interface AnswerMark {
  etag: string
  lastModified: string
}

export type Answer = { changed: false } | { changed: true; json: unknown; mark: AnswerMark }

export interface PoliteClient {
  /** Asks for a JSON document under the client's address. Throws a {@link FetchFault}. */
  get(address: string, known?: AnswerMark): Promise<Answer>
}

export interface Manners {
  /** Everything that is asked for lies under this address. */
  base: string
  /** Who asks, with an address where more can be read. */
  userAgent: string
  /** At least so long between two questions. */
  everyMs: number
  timeoutMs?: number
  /** How often a question is asked again after a fault that may pass. */
  retries?: number
  /** Longest wait that the other side may ask for before we give up. */
  longestWaitMs?: number
  largestBytes?: number
  signal?: AbortSignal | undefined
  /** How to ask once; by `fetch`, when nothing else is said. */
  ask?: (address: string, asking: Asking) => Promise<Answered>
  /** For tests: how to wait. */
  wait?: (ms: number) => Promise<unknown>
}

/**
 * Asks somebody else's service as a good guest: one question at a time, never faster than agreed, again after a
 * while when it is busy or the line breaks, and never anywhere else than where it was told to.
 */
export function politeClient(manners: Manners): PoliteClient {
  const { base, everyMs, retries = 4, longestWaitMs = 120_000, signal } = manners
  const wait = manners.wait ?? ((ms: number) => pause(ms, undefined, { signal }))
  let free = 0

  const turn = async () => {
    const now = Date.now()
    const at = Math.max(now, free)
    free = at + everyMs
    if (at > now) await wait(at - now)
  }

  return {
    get: async (address, known) => {
      if (!isUnder(address, base)) throw new FetchFault('foreign-address', address)
      for (let attempt = 0; ; attempt += 1) {
        await stoppable(turn(), signal)
        const outcome = await ask(address, known, manners)
        if ('answer' in outcome) return outcome.answer
        const { fault, after } = outcome
        if (attempt >= retries || (after ?? 0) > longestWaitMs) throw fault
        await stoppable(wait(after ?? backOff(attempt, Math.random())), signal)
      }
    },
  }
}

/** Whether an address lies under another: the same origin, and a path that goes on from its path. */
export function isUnder(address: string, base: string): boolean {
  const [url, root] = [URL.parse(address), URL.parse(base)]
  if (!url || !root || url.origin !== root.origin || url.username !== '' || url.password !== '') return false
  const folder = root.pathname.replace(/\/*$/, '/')
  return url.pathname.startsWith(folder)
}

type Outcome = { answer: Answer } | { fault: FetchFault; after: number | undefined }

/** Asks once. A fault that may pass is given back, any other is thrown. */
async function ask(address: string, known: AnswerMark | undefined, manners: Manners): Promise<Outcome> {
  const { userAgent, timeoutMs = 30_000, largestBytes = 64 * 2 ** 20, signal } = manners
  const again = (fault: FetchFault, after?: number): Outcome => ({ fault, after })
  const limit = AbortSignal.timeout(timeoutMs)
  try {
    const response = await (manners.ask ?? askByFetch)(address, {
      headers: {
        accept: 'application/json',
        'user-agent': userAgent,
        ...(known?.etag ? { 'if-none-match': known.etag } : {}),
        ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
      },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const { status, headers } = response
    if (status === 304) return { answer: { changed: false } }
    if (status !== 200) {
      await response.body?.cancel()
      const after = retryAfter(headers.get('retry-after'), Date.now())
      if (status === 429 || status === 503) return again(new FetchFault('busy', String(status)), after)
      if (status >= 500) return again(new FetchFault('unreachable', String(status)), after)
      if (status === 404) throw new FetchFault('not-found', address)
      throw new FetchFault(status >= 300 && status < 400 ? 'redirected' : 'refused', String(status))
    }
    const text = await read(response, largestBytes)
    const mark = { etag: headers.get('etag') ?? '', lastModified: headers.get('last-modified') ?? '' }
    try {
      // Some write a mark of byte order before the first brace.
      return { answer: { changed: true, json: JSON.parse(text.replace(/^\ufeff/, '')), mark } }
    } catch {
      return again(new FetchFault('cut-short', address))
    }
  } catch (error) {
    if (error instanceof FetchFault) throw error
    if (signal?.aborted) throw new FetchFault('stopped', address)
    return again(new FetchFault('unreachable', limit.aborted ? 'time-out' : reasonOf(error)))
  }
}

const askByFetch = (address: string, asking: Asking): Promise<Answered> =>
  fetch(address, { ...asking, redirect: 'manual' })

async function read(response: Answered, largestBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largestBytes) throw new FetchFault('too-large', String(largestBytes))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return String(cause)
}

async function stoppable(waiting: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  try {
    await waiting
  } catch (error) {
    if (signal?.aborted) throw new FetchFault('stopped', '')
    throw error
  }
  if (signal?.aborted) throw new FetchFault('stopped', '')
}
