import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

/** What the end of the central directory begins with. */
const endMark = Buffer.from('PK\x05\x06', 'latin1')

/** Bytes that may stand between two entries: a data descriptor. */
const descriptor = 24

/**
 * Whether a zip file (as XLSX is one) unfolds to at most so many bytes. Each entry is really unfolded, since what
 * the file says of its own size may be a lie, and the entries must fill the file from its start, so that none hides
 * between them. False for what is no zip file too.
 */
export async function unfoldsWithin(bytes: Buffer, limit: number): Promise<boolean> {
  const entries = readDirectory(bytes)
  if (!entries) return false
  let left = limit
  let end = 0
  for (const { offset, size, method } of entries) {
    if (offset < end || offset > end + descriptor || offset + 30 > bytes.length) return false
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    end = start + size
    if (end > bytes.length) return false
    left -= method === 8 ? await unfoldedSize(bytes.subarray(start, end), left) : size
    if (left < 0) return false
  }
  const directory = bytes.readUInt32LE(bytes.lastIndexOf(endMark) + 16)
  return entries.length > 0 && directory >= end && directory <= end + descriptor
}

/** Size of an entry; infinite when it is above the limit or broken. */
async function unfoldedSize(data: Buffer, limit: number): Promise<number> {
  if (limit <= 0) return Number.POSITIVE_INFINITY
  return inflate(data, { maxOutputLength: limit }).then(
    ({ length }) => length,
    () => Number.POSITIVE_INFINITY,
  )
}

export interface ZipEntry {
  name: string
  /** Whether the entry is locked by a password. */
  encrypted: boolean
  offset: number
  /** Compressed. */
  size: number
  method: number
}

/** The text of one entry, at most so many bytes of it; undefined when it is missing, longer or broken. */
export async function textOfEntry(bytes: Buffer, name: string, limit: number): Promise<string | undefined> {
  const entry = readDirectory(bytes)?.find((one) => one.name === name)
  if (!entry || entry.encrypted || entry.offset + 30 > bytes.length) return undefined
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const data = bytes.subarray(start, start + entry.size)
  if (entry.method === 0) return data.length <= limit ? data.toString('utf8') : undefined
  return inflate(data, { maxOutputLength: limit }).then(
    (text) => text.toString('utf8'),
    () => undefined,
  )
}

/** The entries of the central directory in the order of the file; undefined when there is none that makes sense. */
export function readDirectory(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(endMark)
  if (end < 0 || end + 22 > bytes.length) return undefined
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      offset: bytes.readUInt32LE(at + 42),
      size: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries.toSorted((a, b) => a.offset - b.offset)
}
