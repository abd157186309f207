import { blockSize, endOfArchive, tarHeader } from './tar.ts'

export const closingName = 'closing.json'
/** Every archive ends with this many bytes: the closing file and the end. */
export const closingSize = 2 * blockSize + endOfArchive.length

/** The last file: the hash of every byte before it. Always of one size, so that a reader finds it from behind. */
export function closingFile(sha256: string, bytes: number, at: Date): Buffer {
  const text = Buffer.from(`${JSON.stringify({ sha256, bytes })}\n`.padStart(blockSize, ' '))
  return Buffer.concat([tarHeader(closingName, text.length, at), text])
}
