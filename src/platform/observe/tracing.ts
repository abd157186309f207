/** What a span is called and what it says of itself; never what somebody sent. */
export interface SpanAbout {
  name: string
  kind: 'server' | 'client' | 'internal'
  attributes: Record<string, string | number>
  /** What the other side says that it belongs to (W3C Trace Context). */
  parent?: Record<string, string | undefined>
}

/** A span that is going on. */
export interface OpenSpan {
  set(attributes: Record<string, string | number>): void
  fail(error?: unknown): void
}

/** Where spans go when tracing is on. */
export interface Tracing {
  /** Runs something as a span; what it begins belongs to it. */
  inSpan<T>(about: SpanAbout, run: (span: OpenSpan) => Promise<T>): Promise<T>
  /** Opens a span that is ended by whoever hears of its end; undefined for what tracing does by itself. */
  open(about: SpanAbout): (OpenSpan & { end(): void }) | undefined
  /** Notes what is over already and took so long. */
  note(about: SpanAbout, ms: number, failed: boolean): void
}

let current: Tracing | undefined

/** Where spans go; undefined while tracing is off. */
export function tracing(): Tracing | undefined {
  return current
}

/** Turns tracing on, or off. */
export function traceBy(next: Tracing | undefined): void {
  current = next
}
