import { BlockList, isIP } from 'node:net'

/** Whether an address is one of a proxy that says truly who asks. */
export type Trusts = (address: string) => boolean

const loopback = ['127.0.0.0/8', '::1']

/** Reads addresses and ranges with commas between; undefined when something in them is neither. */
export function readTrustedProxies(text: string): Trusts | undefined {
  const list = new BlockList()
  const entries = text.split(',').map((entry) => entry.trim())
  const spelt = entries.flatMap((entry) =>
    entry === 'loopback' ? loopback : entry === 'none' ? [] : [entry],
  )
  if (entries.includes('none') && entries.length > 1) return undefined
  if (!spelt.every((entry) => add(list, entry))) return undefined
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

function add(list: BlockList, entry: string): boolean {
  const [, network = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? []
  const version = isIP(network)
  if (version === 0 || network.includes('%')) return false
  const most = version === 4 ? 32 : 128
  if (Number(bits ?? most) > most) return false
  list.addSubnet(network, Number(bits ?? most), familyOf(network))
  return true
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')
