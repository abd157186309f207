import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { log } from '../log.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsDoor {
  port: number
  close(): Promise<void>
}

/**
 * Serves `/metrics` on a port of its own, so that the public site has no such address. With a token only those who
 * bring it are let in.
 */
export async function openMetricsDoor(
  metrics: Pick<Metrics, 'contentType' | 'text'>,
  { port, host, token }: { port: number; host: string; token: string | undefined },
): Promise<MetricsDoor> {
  const server = createServer(async (request, response) => {
    if (token !== undefined && !same(request.headers.authorization ?? '', `Bearer ${token}`)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('METRICS_TOKEN is needed\n')
      return
    }
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end('GET /metrics\n')
      return
    }
    try {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    } catch (error) {
      log.error({ err: error }, 'the metrics cannot be read now')
      response.writeHead(503).end()
    }
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: portOf(server), close: () => closed(server) }
}

function portOf(server: Server): number {
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** Compares in a time that tells nothing of where two texts differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
