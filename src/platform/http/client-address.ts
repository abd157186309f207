import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address that a request came from. Behind a proxy on this same machine it is the last one that the
 * proxy wrote; anybody else's `X-Forwarded-For` is not believed.
 */
export function clientAddress(c: Context): string {
  const direct = directAddress(c)
  if (!/^(::1|127\.|::ffff:127\.)/.test(direct)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || direct
}

function directAddress(c: Context): string {
  // A request made in-process has no connection.
  if (!c.env?.incoming) return '127.0.0.1'
  return getConnInfo(c).remote.address ?? 'unknown'
}
