/** One open line to a browser. */
type Line = ReadableStreamDefaultController<Uint8Array>

const beatMs = 20_000
/** A browser that has let so many messages lie is gone, or will come back. */
const mostUnread = 100
const heartbeat = new TextEncoder().encode(':\n\n')
const encoder = new TextEncoder()

/** Every open line of this process; one heart beats for all of them. */
const lines = new Map<Line, () => void>()
let heart: NodeJS.Timeout | undefined

/** Sends an event: its id, which comes back as `Last-Event-ID` after a break, and a short text. */
export type Send = (event: { name: string; id: string | null; data: string }) => void

/**
 * Answers with server-sent events. `start` is called with what sends them, and gives back what ends it when the browser
 * goes. Nothing on the way may keep or pack the answer. Browsers come back a few seconds after a break, not all at once.
 */
export function eventStream(start: (send: Send) => () => void): Response {
  let own: Line | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (line) => {
        own = line
        write(line, encoder.encode(`retry: ${2000 + Math.round(Math.random() * 3000)}\n\n`))
        const stop = start(({ name, id, data }) =>
          write(line, encoder.encode(`event: ${name}\n${id === null ? '' : `id: ${id}\n`}data: ${data}\n\n`)),
        )
        lines.set(line, stop)
        heart ??= setInterval(() => {
          for (const each of [...lines.keys()]) write(each, heartbeat)
        }, beatMs).unref()
      },
      cancel: () => {
        if (own) drop(own)
      },
    },
    { highWaterMark: mostUnread },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

/** How many lines are open. */
export function countEventStreams(): number {
  return lines.size
}

/** Ends every line, so that the web server can stop. */
export function closeEventStreams(): void {
  for (const line of [...lines.keys()]) {
    drop(line)
    line.close()
  }
}

function write(line: Line, bytes: Uint8Array): void {
  if ((line.desiredSize ?? 0) > 0) line.enqueue(bytes)
  else {
    drop(line)
    line.error(new Error('the browser does not read'))
  }
}

function drop(line: Line): void {
  lines.get(line)?.()
  lines.delete(line)
  if (lines.size > 0) return
  clearInterval(heart)
  heart = undefined
}
