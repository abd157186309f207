import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { addressBehind } from './client-address.ts'

const trusting = (proxies: string) => readConfig({ TRUSTED_PROXIES: proxies }).trustedProxies
const visitor = '203.0.113.9'

describe('who asks', () => {
  test.each([
    ['nobody in between', '', visitor, undefined, visitor],
    ['a visitor who claims to be another', '', visitor, '198.51.100.1', visitor],
    ['a proxy on this machine', '', '127.0.0.1', visitor, visitor],
    ['the same by IPv6', '', '::ffff:127.0.0.1', visitor, visitor],
    ['what the visitor wrote before the proxy did', '', '::1', `198.51.100.1, ${visitor}`, visitor],
    ['a proxy on another machine that nobody trusts', '', '10.0.0.5', visitor, '10.0.0.5'],
    ['a proxy on another machine', '10.0.0.0/8', '10.0.0.5', visitor, visitor],
    ['two proxies', 'loopback,10.0.0.0/8', '127.0.0.1', `198.51.100.1, ${visitor}, 10.0.0.5`, visitor],
    [
      'trusted addresses alone: the one furthest out',
      '10.0.0.0/8',
      '10.0.0.5',
      '10.0.0.7, 10.0.0.6',
      '10.0.0.7',
    ],
    ['a range that is not this machine', '10.0.0.0/8', '127.0.0.1', visitor, '127.0.0.1'],
    ['nobody trusted', 'none', '127.0.0.1', visitor, '127.0.0.1'],
    ['a visitor by IPv6, with brackets and port', 'fd00::/8', 'fd00::5', '[2001:DB8::7]:4711', '2001:db8::7'],
    ['a visitor with a port', '', '127.0.0.1', `${visitor}:4711`, visitor],
    ['what is no address', '', '127.0.0.1', `${visitor}, ' or 1=1`, '127.0.0.1'],
    ['an empty entry', '', '127.0.0.1', `${visitor},`, '127.0.0.1'],
    ['a zone after an address', '', '127.0.0.1', `${visitor}, 10.0.0.5/8`, '127.0.0.1'],
    ['a long line', '', '127.0.0.1', '1.1.1.1, '.repeat(400) + visitor, visitor],
  ])('%s', (_, proxies, direct, forwarded, expected) => {
    expect(addressBehind(direct, forwarded, trusting(proxies))).toBe(expected)
  })
})
