/** What kind of thing went wrong when somebody else's service was asked. */
export type FaultKind =
  | 'unreachable'
  | 'busy'
  | 'refused'
  | 'not-found'
  | 'cut-short'
  | 'too-large'
  | 'redirected'
  | 'foreign-address'
  | 'stopped'

/** Somebody else's service could not be asked, or did not answer as it should. */
export class FetchFault extends Error {
  readonly kind: FaultKind
  /** More about it: a status, an address, what the network said. */
  readonly detail: string

  constructor(kind: FaultKind, detail: string) {
    super(`${kind}: ${detail}`)
    this.kind = kind
    this.detail = detail
  }
}

/** How long to wait as a `Retry-After` asks, in milliseconds: seconds, or a date. Undefined when it cannot be read. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** How long to wait before another try: twice as long each time, somewhere in its upper half, in milliseconds. */
export function backOff(attempt: number, random: number, firstMs = 500, longestMs = 30_000): number {
  const most = Math.min(longestMs, firstMs * 2 ** attempt)
  return Math.round(most / 2 + (random * most) / 2)
}
