import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What goes wrong with the next answers to an address. */
export type Fault =
  | 'hang'
  | 'half'
  | 'kill'
  | 'html'
  | { status: number; retryAfter?: string; location?: string }
  | { body: (json: Record<string, unknown>) => unknown }

/** A source on loopback that answers as the real one was recorded to, or as wrong as a test wants. */
export interface SourceStub {
  url: string
  /** Every question so far: the path with its query. */
  asked: string[]
  /** The `User-Agent`s that asked. */
  agents: Set<string>
  /** Answers the next questions that fit with these faults, one for each. */
  break(fits: RegExp, ...faults: Fault[]): void
  close(): Promise<void>
}

type Answer = (url: URL) => unknown

/** Serves what a function answers as JSON, with ETag and 304. Undefined is a 404. */
export async function sourceStub(answer: Answer): Promise<SourceStub> {
  const asked: string[] = []
  const agents = new Set<string>()
  const faults: { fits: RegExp; fault: Fault }[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    asked.push(decodeURIComponent(url.pathname + url.search))
    agents.add(request.headers['user-agent'] ?? '')
    const at = faults.findIndex(({ fits }) => fits.test(asked.at(-1) ?? ''))
    const [broken] = at < 0 ? [] : faults.splice(at, 1)
    reply(request, response, answer(url), broken?.fault)
  })
  const port = await new Promise<number>((listening) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      listening(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    agents,
    break: (fits, ...some) => {
      for (const fault of some) faults.push({ fits, fault })
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function reply(request: IncomingMessage, response: ServerResponse, json: unknown, fault?: Fault): void {
  if (fault === 'hang') return
  if (fault === 'kill') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    response.write('{"values":[')
    setTimeout(() => response.destroy(), 5)
    return
  }
  if (typeof fault === 'object' && 'status' in fault) {
    response.writeHead(fault.status, {
      ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
      ...(fault.location === undefined ? {} : { location: fault.location }),
    })
    response.end('{"detail":"no"}')
    return
  }
  if (json === undefined) {
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end('{"detail":"Not Found"}')
    return
  }
  const shown =
    typeof fault === 'object' && 'body' in fault ? fault.body(json as Record<string, unknown>) : json
  const body = fault === 'html' ? '<!doctype html><p>Underhåll' : JSON.stringify(shown)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag })
    response.end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json', etag })
  response.end(fault === 'half' ? body.slice(0, body.length / 2) : body)
}
