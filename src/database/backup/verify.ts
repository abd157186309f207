import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { closingFile, closingName, closingSize } from './closing.ts'
import { BackupFailure } from './failure.ts'
import {
  type Contents,
  contentsName,
  formatVersion,
  type Manifest,
  manifestName,
  parseContents,
  parseManifest,
} from './manifest.ts'
import { blockSize, endOfArchive, paddingAfter, readTarHeader } from './tar.ts'

/** A backup that is whole, byte for byte. */
export interface Backup {
  file: string
  manifest: Manifest
  contents: Contents
}

/** No file of an archive is larger: a table comes in pieces. */
const largestPart = 64 * 2 ** 20

/** Reads what a backup says of itself. Throws {@link BackupFailure} when it is no backup, or one of a newer program. */
export async function readManifest(file: string): Promise<Manifest> {
  return reading(file, async (handle) => {
    const first = await readPart(handle, 0).catch(() => undefined)
    const json = first?.name === manifestName ? parseJson(first.content) : undefined
    const version = newerVersion(json)
    if (version) {
      throw new BackupFailure(
        `${file} is a backup of form ${version}, and this program reads up to ${formatVersion}. Use the program that made it, or a newer one.`,
      )
    }
    const manifest = parseManifest(json)
    if (!manifest)
      throw new BackupFailure(`${file} is not a backup of Ekokommun, or its beginning is spoilt.`)
    return manifest
  })
}

/**
 * Reads a backup from end to end and compares every byte with its closing hash. Throws {@link BackupFailure} when it
 * is cut short or spoilt. Nothing is touched.
 */
export async function verifyBackup(file: string, signal: AbortSignal): Promise<Backup> {
  const manifest = await readManifest(file)
  return reading(file, async (handle) => {
    const end = (await handle.stat()).size - closingSize
    const closing = await readExactly(handle, Math.max(end, 0), closingSize)
    if (end < 0 || readTarHeader(closing.subarray(0, blockSize))?.name !== closingName) {
      throw new BackupFailure(
        `${file} is cut short: it ends before its closing line. Fetch it again from where it came from, or use another backup.`,
      )
    }
    const sha256 = await hashUntil(handle, end, signal)
    const right = Buffer.concat([closingFile(sha256, end, new Date(manifest.takenAt)), endOfArchive])
    const contents = closing.equals(right) ? await readContents(handle, end) : undefined
    if (!contents) {
      throw new BackupFailure(
        `${file} is spoilt: its bytes are not those that were written. Fetch it again from where it came from, or use another backup.`,
      )
    }
    return { file, manifest, contents }
  })
}

/** The pieces of an archive in order, each at most some megabytes large. */
export async function* readParts(file: string): AsyncGenerator<{ name: string; content: Buffer }> {
  const handle = await open(file, 'r')
  try {
    for (let at = 0; ; ) {
      const part = await readPart(handle, at)
      if (part.name === closingName) return
      yield part
      at = part.next
    }
  } finally {
    await handle.close()
  }
}

/** The contents are the last file before the closing: found by walking from header to header. */
async function readContents(handle: FileHandle, end: number): Promise<Contents | undefined> {
  for (let at = 0; at < end; ) {
    const header = readTarHeader(await readExactly(handle, at, blockSize))
    if (!header) return undefined
    if (header.name === contentsName) return parseContents(parseJson((await readPart(handle, at)).content))
    at += blockSize + header.size + paddingAfter(header.size)
  }
  return undefined
}

async function hashUntil(handle: FileHandle, end: number, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(2 ** 20)
  for (let at = 0; at < end; ) {
    signal.throwIfAborted()
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - at), at)
    if (bytesRead === 0) break
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  return hash.digest('hex')
}

async function readPart(handle: FileHandle, at: number) {
  const header = readTarHeader(await readExactly(handle, at, blockSize))
  if (!header || !(header.size <= largestPart))
    throw new BackupFailure('A part of the backup cannot be read.')
  const content = await readExactly(handle, at + blockSize, header.size)
  if (content.length < header.size) throw new BackupFailure('A part of the backup is cut short.')
  return { name: header.name, content, next: at + blockSize + header.size + paddingAfter(header.size) }
}

/** As many bytes as are there, up to the length. */
async function readExactly(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

async function reading<T>(file: string, read: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BackupFailure(
      `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
    )
  })
  return read(handle).finally(() => handle.close())
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The form of a backup of ours that is newer than what this program reads. */
function newerVersion(json: unknown): number | undefined {
  if (typeof json !== 'object' || json === null || !('format' in json) || !('version' in json))
    return undefined
  const { format, version } = json
  return format === 'ekokommun-backup' && typeof version === 'number' && version > formatVersion
    ? version
    : undefined
}
