/** Why a document that came in is not taken. */
export type Refused =
  | 'wrong-version'
  | 'wrong-format'
  | 'other-kind'
  | 'other-network'
  | 'replayed'
  | 'too-old'

/** A document is made when it is asked for, or kept for a day at most. */
const oldestMs = 48 * 3_600_000
/** So far may the clocks of two networks be apart. */
const apartMs = 10 * 60_000

export interface Known {
  kind: string
  /** The address that was subscribed to. */
  address: string
  /** When the last document that was taken was made; null for the first one. */
  issuedAt: Date | null
  now: Date
}

export interface Came {
  kind: string
  networkAddress: string
  issuedAt: Date
  /** Where its things have their originals. */
  addresses: string[]
}

/** Whether a document that is signed and well-formed may take the place of what is known; null when it may. */
export function refusalOf(came: Came, known: Known): Refused | null {
  if (came.kind !== known.kind) return 'other-kind'
  if (originOf(came.networkAddress) !== originOf(known.address)) return 'other-network'
  if (came.addresses.some((address) => originOf(address) !== originOf(known.address))) return 'other-network'
  const age = known.now.getTime() - came.issuedAt.getTime()
  if (age < -apartMs) return 'wrong-format'
  if (known.issuedAt && came.issuedAt < known.issuedAt) return 'replayed'
  return age > oldestMs ? 'too-old' : null
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? ''
}

/** The version that something says it is of, if it says one. */
export function versionIn(content: unknown): unknown {
  return typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined
}
