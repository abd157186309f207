import { randomUUID } from 'node:crypto'
import { access, constants, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FilesAway, isSha256, type Place } from './place.ts'

const half = '.half'

/** Files in a folder, `ab/abcdef…`. Half-written ones never carry the name of a whole one. */
export function folderPlace(folder: string): Place {
  const at = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    name: folder,
    put: (sha256, bytes) => orAway(folder, () => writeSafely(folder, at(sha256), bytes)),
    sizeOf: (sha256) => orAway(folder, async () => (await orNone(stat(at(sha256))))?.size),
    read: (sha256) =>
      orAway(folder, async () => {
        const file = await orNone(open(at(sha256)))
        return file && streamOf(file)
      }),
    remove: (sha256) => orAway(folder, () => rm(at(sha256), { force: true })),
    list: () => listFolder(folder),
    check: () =>
      orAway(folder, async () => {
        await mkdir(folder, { recursive: true })
        await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
      }),
  }
}

const partBytes = 256 * 1024

function streamOf(file: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (out) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes))
      if (bytesRead > 0) return out.enqueue(buffer.subarray(0, bytesRead))
      await file.close()
      out.close()
    },
    cancel: () => file.close(),
  })
}

/** Writes beside, has the disk confirm, and only then gives the file its name; a power cut leaves all or nothing. */
async function writeSafely(root: string, path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path)
  // A root that is gone is a disk that is not mounted: it is never made anew here.
  await stat(root)
  if (await mkdir(folder, { recursive: true })) await flush(root)
  const beside = `${path}.${randomUUID()}${half}`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw error
  }
  await flush(folder)
}

/** Has the disk confirm what a folder holds. Windows neither needs nor allows it. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

async function* listFolder(folder: string): ReturnType<Place['list']> {
  for (const part of await orAway(folder, () => readdir(folder))) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue
    for (const name of await orAway(folder, () => readdir(join(folder, part)))) {
      const path = join(folder, part, name)
      const changedAt = (await orNone(stat(path)))?.mtime
      if (changedAt && isSha256(name)) yield { sha256: name, changedAt }
      // A half-written file of a killed program: an hour later nobody writes on it any more.
      else if (changedAt && name.endsWith(half) && Date.now() - changedAt.getTime() > 3_600_000)
        await rm(path)
    }
  }
}

async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function orAway<T>(folder: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new FilesAway(`The files in ${folder} cannot be reached: ${codeOf(error)}`, { cause: error })
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
