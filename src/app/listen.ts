import { setTimeout as pause } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { type Config, ConfigError } from '#platform/config.ts'
import { closeEventStreams } from '#platform/http/event-stream.ts'

/** How long a stop waits for requests that are under way. */
const lastRequestsMs = 10_000
/** How long whoever asks may take, so that a few who never end cannot hold every connection. In milliseconds. */
const patience = { headersTimeout: 20_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 }

/**
 * So many may connect at the same moment, if the system allows it. Node's own 511 lets the rest of a thousand wait three
 * seconds for their first answer, until the network tries again.
 */
const mostConnectingAtOnce = 4096

/**
 * Serves on the port of the settings. `close` first goes on for a while, so that a balancer can see that the program is
 * not ready any more; then it takes no new request and lets those under way come to their end, within a limit.
 */
export function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  config: Config,
): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const { host, port } = config
    const server = createAdaptorServer({ fetch, hostname: host, serverOptions: patience })
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, config)))
    server.listen({ host, port, backlog: mostConnectingAtOnce }, () => {
      const address = server.address()
      resolve({ port: address && typeof address === 'object' ? address.port : port, close })
    })
    const close = async () => {
      await pause(config.drainSeconds * 1000)
      const closed = new Promise<void>((done) => server.close(() => done()))
      closeEventStreams()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        lastRequestsMs,
      ).unref()
      await closed
    }
  })
}

function explainListening(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`Port ${port} is taken. Choose another one: PORT=3001 npm start`)
    case 'EACCES':
      return new ConfigError(`You may not serve on port ${port}. Choose one above 1023: PORT=3001 npm start`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError(
        `HOST=${host} is not an address of this machine. Leave it out to serve this machine only.`,
      )
    default:
      return error
  }
}
