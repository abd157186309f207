import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { z } from 'zod'

/** What lies in the envelope of a secret ballot. */
export interface Paper {
  code: string
  choice: readonly number[]
}

const paper = z.object({ code: z.string(), choice: z.array(z.number()) })
/** Every envelope is as long as the longest, so that its length says nothing. */
const paddedTo = 512
const [keyLength, ivLength, tagLength] = [44, 12, 16]

/** A pair of keys for one round: anybody can seal with the public one, only the private one opens. */
export function newEnvelopeKeys(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }
}

/** Seals a paper (X25519, HKDF, AES-256-GCM). Two papers with the same choice look nothing like each other. */
export function sealPaper(publicKey: string, { code, choice }: Paper): Buffer {
  const to = createPublicKey({ key: Buffer.from(publicKey, 'base64url'), type: 'spki', format: 'der' })
  const own = generateKeyPairSync('x25519')
  const from = own.publicKey.export({ type: 'spki', format: 'der' })
  const text = JSON.stringify({ code, choice })
  if (text.length > paddedTo) throw new Error('The paper does not fit its envelope.')
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', sharedKey(own.privateKey, to, from), iv)
  const body = Buffer.concat([cipher.update(text.padEnd(paddedTo), 'utf8'), cipher.final()])
  return Buffer.concat([from, iv, cipher.getAuthTag(), body])
}

/** Opens the envelopes of a round. Throws when one was changed or sealed for another round. */
export function paperOpener(privateKey: string): (sealed: Buffer) => Paper {
  const own = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), type: 'pkcs8', format: 'der' })
  return (sealed) => {
    const from = sealed.subarray(0, keyLength)
    const iv = sealed.subarray(keyLength, keyLength + ivLength)
    const tag = sealed.subarray(keyLength + ivLength, keyLength + ivLength + tagLength)
    const theirs = createPublicKey({ key: Buffer.from(from), type: 'spki', format: 'der' })
    const decipher = createDecipheriv('aes-256-gcm', sharedKey(own, theirs, from), iv)
    decipher.setAuthTag(tag)
    const body = sealed.subarray(keyLength + ivLength + tagLength)
    return paper.parse(JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')))
  }
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), salt, 'ballot', 32))
}
