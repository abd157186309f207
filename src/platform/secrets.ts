import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from './config.ts'

/** What the program's one secret is used for. */
export interface Secrets {
  /** Encrypts a text for storage (AES-256-GCM). */
  seal(text: string): string
  /** Decrypts what `seal` gave. Throws when it was changed or sealed with another secret. */
  unseal(sealed: string): string
  /** Packs data into a token for a link that needs no row in the database and never runs out. */
  sign(purpose: string, data: Record<string, string | number>): string
  /** The data of a token made by `sign` for the same purpose; undefined when it is not ours. */
  verify(purpose: string, token: string): Record<string, string | number> | undefined
  /**
   * A short proof of a text, fit for the local part of a mail address, where case does not count and room is scarce:
   * 20 lower-case letters and digits, the first 100 bits of an HMAC.
   */
  stamp(purpose: string, text: string): string
  /** Whether a stamp was given to the very text, by us. */
  isStamp(purpose: string, text: string, stamp: string): boolean
}

/** Derives the keys of all uses from the one secret. */
export function createSecrets(secret: string): Secrets {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'ekokommun', use, 32))
  const sealKey = derive('seal')
  const signKey = derive('sign')
  const signature = (purpose: string, body: string) =>
    createHmac('sha256', signKey).update(`${purpose}.${body}`).digest()
  const stampKey = derive('stamp')
  const stampOf = (purpose: string, text: string) =>
    base32(createHmac('sha256', stampKey).update(`${purpose}.${text}`).digest()).slice(0, stampLength)
  return {
    stamp: stampOf,
    isStamp: (purpose, text, stamp) => {
      const right = Buffer.from(stampOf(purpose, text))
      const theirs = Buffer.from(stamp.toLowerCase())
      return theirs.length === right.length && timingSafeEqual(theirs, right)
    },
    seal: (text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    sign: (purpose, data) => {
      const body = Buffer.from(JSON.stringify(data)).toString('base64url')
      return `${body}.${signature(purpose, body).toString('base64url')}`
    },
    verify: (purpose, token) => {
      const [body = '', given = ''] = token.split('.')
      const right = signature(purpose, body)
      const theirs = Buffer.from(given, 'base64url')
      if (theirs.length !== right.length || !timingSafeEqual(theirs, right)) return undefined
      return signedData.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    },
  }
}

const stampLength = 20
const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Five bits a letter (RFC 4648, in lower case, without what is left over at the end). */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
}

const signedData = z.record(z.string(), z.union([z.string(), z.number()]))

/** A fresh unguessable token of 256 bits, fit for addresses and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How tokens are stored: who reads the database cannot use them. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/**
 * The secret of the settings, which production demands. A demonstration has one of its own: on an outside
 * database it follows from the database's address, so that programs on it agree; else the data folder keeps
 * the one that was made at the first start.
 */
export async function readSecret(
  config: Pick<Config, 'secret' | 'dataDir' | 'databaseUrl'>,
): Promise<string> {
  const { secret, dataDir, databaseUrl } = config
  if (secret) return secret
  if (databaseUrl) return hashOf(databaseUrl)
  const file = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  // Two starts at once: the first to write wins, both read what it wrote.
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(() => {})
  return readFile(file, 'utf8')
}
