import { type LookupAddress, lookup } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { FetchFault } from './fetch-fault.ts'

/** What a client needs of an answer. */
export interface Answered {
  status: number
  headers: { get(name: string): string | null }
  body: (AsyncIterable<Uint8Array> & { cancel(): Promise<void> }) | null
}

export interface Asking {
  headers: Record<string, string>
  signal: AbortSignal
}

/** Networks that are nobody's on the public internet (IANA special-purpose registries). */
const closed = new BlockList()
for (const subnet of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [network = '', prefix] = subnet.split('/')
  closed.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4')
}

/** Whether an IP address lies on the public internet; an IPv4 address written as IPv6 never does. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 0 || /^::ffff:/i.test(address)) return false
  return !closed.check(address, kind === 6 ? 'ipv6' : 'ipv4')
}

/** Looks a name up and gives its public addresses alone: the very ones that are then connected to. */
const lookupPublic: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const open = error ? [] : found.filter(({ address }) => isPublicAddress(address))
    const [first] = open
    if (error || !first) {
      done(error ?? new FetchFault('foreign-address', host), options.all ? open : '', 0)
    } else if (options.all) {
      done(null, open satisfies LookupAddress[])
    } else {
      done(null, first.address, first.family)
    }
  })
}

/**
 * Asks an address that somebody else has given us: over https alone, and never within our own network, whatever its
 * name leads to at that moment. Follows no redirection.
 */
export function askPublicly(address: string, { headers, signal }: Asking): Promise<Answered> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const refused = url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))
  if (refused) return Promise.reject(new FetchFault('foreign-address', host))
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, signal, lookup: lookupPublic }, (answer) => {
      const body: AsyncIterable<Uint8Array> = answer
      resolve({
        status: answer.statusCode ?? 0,
        headers: { get: (name) => [answer.headers[name.toLowerCase()] ?? null].flat().join(', ') || null },
        body: {
          [Symbol.asyncIterator]: () => body[Symbol.asyncIterator](),
          cancel: async () => void answer.destroy(),
        },
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
