import { readBgMax } from './bgmax.ts'
import { readCamt } from './camt.ts'
import { type PaymentFile, UnreadablePaymentFile } from './payment.ts'

/** Largest file of payments that is read, in bytes. */
export const largestPaymentFile = 10 * 1024 * 1024

/**
 * Reads a bank's file of payments in: camt.053.001.02 or .08, camt.054.001.02 or .08 (ISO 20022), or BgMax
 * (Bankgirot). The content decides which, not the name. Everything of the file is taken, or nothing.
 * Throws UnreadablePaymentFile with the reason and the place.
 */
export function readPaymentFile(bytes: Uint8Array): PaymentFile {
  if (bytes.length > largestPaymentFile) throw new UnreadablePaymentFile('too-large', `${bytes.length} bytes`)
  const text = decode(bytes)
  const start = text.slice(0, 2000).trimStart()
  if (start.startsWith('<')) return readCamt(text)
  if (/^01BGMAX\b/.test(start)) return readBgMax(text)
  throw new UnreadablePaymentFile('not-a-payment-file', 'line 1')
}

const encodings = ['utf-8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252']

/**
 * Bytes as text: by the byte order mark, else by the zeros of UTF-16, else by the XML prolog; otherwise UTF-8, and
 * ISO-8859-1 where it is no UTF-8, as BgMax is. A prolog that calls single bytes UTF-16 is not believed.
 */
function decode(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes)
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return decodeAs('utf-16le', bytes)
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return decodeAs('utf-16be', bytes)
  const prolog = new TextDecoder('iso-8859-1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '')
  if (!prolog.trimStart().startsWith('<')) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return decodeAs('iso-8859-1', bytes)
    }
  }
  const [, , told = 'utf-8'] = /^\s*<\?xml[^>]*?\sencoding\s*=\s*(["'])([\w.-]+)\1/.exec(prolog) ?? []
  const encoding = told.toLowerCase().replace(/^utf-?(?:8|16(?:le|be)?)$/, 'utf-8')
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf
  if (!encodings.includes(encoding)) throw new UnreadablePaymentFile('structure', `encoding ${told}`)
  return decodeAs(hasMark ? 'utf-8' : encoding, bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadablePaymentFile('structure', `encoding ${encoding}`)
  }
}
