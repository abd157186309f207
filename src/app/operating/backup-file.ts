import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupFailure } from '#database/backup/index.ts'

/** Where a backup goes: the file that was named, or one with a name of its own in the folder that was named. */
export async function chooseFile(
  path: string,
  code: string,
  at: Date,
): Promise<{ file: string; folder?: string }> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isDirectory()) return { file: join(path, nameAt(code, at)), folder: path }
  if (there) {
    throw new BackupFailure(`${path} is there already. Choose another name, or remove it first.`)
  }
  return { file: path }
}

/** Removes the oldest backups of an association in a folder, and what killed ones left, so that `keep` are there. */
export async function keepNewest(folder: string, code: string, keep: number): Promise<string[]> {
  const names = await readdir(folder)
  const old = names
    .filter((name) => isBackupOf(name, code))
    .toSorted()
    .slice(0, -keep)
  const unfinished = names.filter((name) => {
    const [, inner] = /^\.(.+)\.unfinished$/.exec(name) ?? []
    return inner !== undefined && isBackupOf(inner, code)
  })
  for (const name of [...old, ...unfinished]) await rm(join(folder, name), { force: true })
  return old
}

/** Names sort by time. */
function nameAt(code: string, at: Date): string {
  return `ekokommun-${code}-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.tar`
}

function isBackupOf(name: string, code: string): boolean {
  const start = `ekokommun-${code}-`
  return name.startsWith(start) && /^\d{4}-\d{2}-\d{2}T\d{6}Z\.tar$/.test(name.slice(start.length))
}
