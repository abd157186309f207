import { statfs } from 'node:fs/promises'

/** How full the disk of a folder is. */
export interface DiskState {
  freeBytes: number
  totalBytes: number
}

/** Room on the disk of the data folder; null when there is no such folder, as beside an outside database. */
export async function readDisk(folder: string): Promise<DiskState | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return null
  }
}
