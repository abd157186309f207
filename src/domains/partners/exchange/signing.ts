import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** A public Ed25519 key as a JWK (RFC 8037). */
export interface PublicKey {
  kty: 'OKP'
  crv: 'Ed25519'
  /** The 32 bytes in base64url. */
  x: string
}

/** A signed document: a JWS in the flattened JSON serialization (RFC 7515) with EdDSA (RFC 8037). */
export interface SignedDocument {
  protected: string
  payload: string
  signature: string
}

/** What a signature is called in the head of the document, so that one is never taken for something else. */
export const signedType = 'ekokommun-exchange+json'

const base64url = (length?: number) =>
  z.string().regex(length ? new RegExp(`^[A-Za-z0-9_-]{${length}}$`) : /^[A-Za-z0-9_-]+$/)
const publicKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: base64url(43),
})
const signedSchema = z.object({
  protected: base64url().max(2000),
  payload: base64url(),
  signature: base64url(86),
})
const headSchema = z.object({
  alg: z.literal('EdDSA'),
  typ: z.literal(signedType),
  jwk: publicKeySchema,
  // What must be understood (RFC 7515, 4.1.11) and is not.
  crit: z.undefined().optional(),
})

/** A new key pair. The private key is PKCS 8 in PEM; keep it sealed. */
export function makeKeys(): { publicKey: string; privateKey: string } {
  const pair = generateKeyPairSync('ed25519')
  const { x } = publicKeySchema.parse(pair.publicKey.export({ format: 'jwk' }))
  return { publicKey: x, privateKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
}

export function publicKeyOf(x: string): PublicKey {
  return { kty: 'OKP', crv: 'Ed25519', x }
}

/** The thumbprint of a key (RFC 7638) in hexadecimal digits: what people compare and pin. */
export function fingerprintOf(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('hex')
}

/** Signs a document with our key. */
export function signDocument(
  content: object,
  { publicKey, privateKey }: { publicKey: string; privateKey: string },
): SignedDocument {
  const head = { alg: 'EdDSA', typ: signedType, jwk: publicKeyOf(publicKey) }
  const [protectedHead, payload] = [encode(head), encode(content)]
  const signature = sign(null, Buffer.from(`${protectedHead}.${payload}`), privateKey).toString('base64url')
  return { protected: protectedHead, payload, signature }
}

/** What became of a document that came in: its content, not yet understood, or why it is not believed. */
export type Opened =
  | { ok: true; content: unknown }
  | { ok: false; fault: 'not-signed' | 'key-changed' | 'wrong-signature' }

/** Opens a signed document if the pinned key has signed it. */
export function openDocument(document: unknown, fingerprint: string): Opened {
  const signed = signedSchema.safeParse(document)
  const head = signed.success ? headSchema.safeParse(decode(signed.data.protected)) : undefined
  if (!signed.success || !head?.success) return { ok: false, fault: 'not-signed' }
  const { jwk } = head.data
  if (fingerprintOf(jwk.x) !== fingerprint) return { ok: false, fault: 'key-changed' }
  const { protected: protectedHead, payload, signature } = signed.data
  if (!isSigned(`${protectedHead}.${payload}`, signature, jwk)) return { ok: false, fault: 'wrong-signature' }
  const content = decode(payload)
  return content === undefined ? { ok: false, fault: 'not-signed' } : { ok: true, content }
}

function isSigned(text: string, signature: string, { kty, crv, x }: PublicKey): boolean {
  try {
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

function encode(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url')
}

function decode(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
