import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { closingFile } from './closing.ts'
import { endOfArchive, paddingAfter, tarHeader } from './tar.ts'

/** An archive that grows under another name, and gets its own when it is whole and on the disk. */
export interface ArchiveWriter {
  /** Adds a file to the archive. */
  add(name: string, content: Uint8Array): Promise<void>
  /** Closes it with the hash of everything, makes sure that the disk has it, names it, and gives its size in bytes. */
  finish(): Promise<number>
  /** Leaves nothing behind, unless it was finished. */
  abandon(): Promise<void>
}

/** What an unfinished archive is called; the next backup to the same file writes over it. */
export function unfinishedName(file: string): string {
  return join(dirname(file), `.${basename(file)}.unfinished`)
}

/** Begins an archive. Only its owner may read it. */
export async function beginArchive(file: string, at: Date): Promise<ArchiveWriter> {
  const unfinished = unfinishedName(file)
  await rm(unfinished, { force: true })
  const handle = await open(unfinished, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  const write = async (...parts: Uint8Array[]) => {
    await writeAll(handle, parts)
    for (const part of parts) {
      hash.update(part)
      size += part.length
    }
  }
  let finished = false
  return {
    add: (name, content) =>
      write(tarHeader(name, content.length, at), content, Buffer.alloc(paddingAfter(content.length))),
    finish: async () => {
      await write(closingFile(hash.copy().digest('hex'), size, at), endOfArchive)
      await handle.sync()
      await handle.close()
      await rename(unfinished, file)
      await syncFolder(dirname(file))
      finished = true
      return size
    },
    abandon: async () => {
      if (finished) return
      await handle.close().catch(() => {})
      await rm(unfinished, { force: true })
    },
  }
}

async function writeAll(handle: FileHandle, parts: Uint8Array[]): Promise<void> {
  for (const part of parts) {
    for (let written = 0; written < part.length; ) {
      written += (await handle.write(part, written)).bytesWritten
    }
  }
}

/** A new name is safe only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
