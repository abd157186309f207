import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { z } from 'zod'
import type { OpenSpan, Tracing } from './tracing.ts'

type Ended = OpenSpan & { end(): void }
interface Asked {
  method: string
  host: string
}

/** What Node tells of a `fetch`, and of a request through `node:http` or `node:https`. */
const ofFetch = z.object({ request: z.looseObject({ method: z.string(), origin: z.coerce.string() }) })
const answerOfFetch = z.object({ response: z.object({ statusCode: z.number() }) })
const ofHttp = z.object({ request: z.looseObject({ method: z.string(), host: z.string() }) })
const answerOfHttp = z.object({ response: z.looseObject({ statusCode: z.number() }) })

/**
 * Makes spans of what the program asks of others, wherever it does so, by what Node itself tells of them: method, host
 * and status. The address is left out: keys may stand in it. Gives what ends it.
 */
export function traceFetches(tracing: Tracing): () => void {
  const open = new WeakMap<object, Ended>()
  const begin = (message: unknown, asked: Asked) => {
    const request = requestIn(message)
    const span = tracing.open({
      name: `${asked.method} ${asked.host}`,
      kind: 'client',
      attributes: { 'http.request.method': asked.method, 'server.address': asked.host },
    })
    if (request && span) open.set(request, span)
  }
  const end = (message: unknown, finish: (span: OpenSpan) => void) => {
    const request = requestIn(message)
    const span = request && open.get(request)
    if (!span) return
    open.delete(request)
    finish(span)
    span.end()
  }
  const answered = (status: number | undefined) => (span: OpenSpan) => {
    if (status !== undefined) span.set({ 'http.response.status_code': status })
    if (status === undefined || status >= 400) span.fail()
  }

  const heard: [string, (message: unknown) => void][] = [
    [
      'undici:request:create',
      (message) => {
        const { data } = ofFetch.safeParse(message)
        const host = data && URL.parse(data.request.origin)?.hostname
        if (data && host) begin(message, { method: data.request.method, host })
      },
    ],
    [
      'undici:request:headers',
      (message) => end(message, answered(answerOfFetch.safeParse(message).data?.response.statusCode)),
    ],
    ['undici:request:error', (message) => end(message, (span) => span.fail())],
    [
      'http.client.request.start',
      (message) => {
        const { data } = ofHttp.safeParse(message)
        if (data) begin(message, data.request)
      },
    ],
    [
      'http.client.response.finish',
      (message) => end(message, answered(answerOfHttp.safeParse(message).data?.response.statusCode)),
    ],
    ['http.client.request.error', (message) => end(message, (span) => span.fail())],
  ]
  for (const [channel, listener] of heard) subscribe(channel, listener)
  return () => {
    for (const [channel, listener] of heard) unsubscribe(channel, listener)
  }
}

function requestIn(message: unknown): object | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined
  return typeof message.request === 'object' && message.request !== null ? message.request : undefined
}
