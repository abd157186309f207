import { randomUUID } from 'node:crypto'

/** What proxies make: long enough to be one of its kind, short and plain enough to stand in a log and a page. */
const wellFormed = /^[\w.-]{8,40}$/

/** The name of a request: the one that a proxy gave it, when it is well formed, else a new one. */
export function requestIdFrom(header: string | undefined): string {
  return header !== undefined && wellFormed.test(header) ? header : randomUUID()
}
