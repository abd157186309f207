import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Trusts } from '#platform/trusted-proxies.ts'
import type { AppContext } from './context.ts'

/**
 * The network address that a request came from: its connection's, or where that is a trusted proxy's the one that the
 * proxy wrote, and so on to the first that is not trusted. What an address further out wrote itself is never believed.
 */
export function clientAddress<D>(c: AppContext<D>): string {
  return addressBehind(directAddress(c), c.req.header('x-forwarded-for'), c.var.config.trustedProxies)
}

/** The same of what a connection and its `X-Forwarded-For` say. */
export function addressBehind(direct: string, forwarded: string | undefined, trusts: Trusts): string {
  let address = plain(direct)
  for (const entry of forwarded?.split(',').reverse() ?? []) {
    const further = plain(entry.trim())
    if (!trusts(address) || !isIP(further)) break
    address = further
  }
  return address
}

/** Without a port, brackets and the prefix of an IPv4 address that came by IPv6. */
function plain(address: string): string {
  const [, inBrackets, withPort] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(address) ?? []
  return (inBrackets ?? withPort ?? address).replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
}

function directAddress<D>(c: AppContext<D>): string {
  // A request made in-process has no connection.
  if (!(c.env && typeof c.env === 'object' && 'incoming' in c.env)) return '127.0.0.1'
  return getConnInfo(c).remote.address ?? 'unknown'
}
