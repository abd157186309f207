import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from './site.ts'

/** Why no small disk can be had here; undefined when it can. */
export function whyNoMount(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'ekokommun-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return mounted ? undefined : 'mounting is not allowed here'
}

/**
 * Fills the disk of the primary's tables for some seconds. The write-ahead log lies on another disk, as it should: a
 * server that cannot write its log stops, one that cannot make its tables longer refuses what would.
 */
export async function fillDisk({ cluster }: Site, seconds: number): Promise<void> {
  const { primary } = cluster
  const tables = join(primary.folder, 'base')
  const aside = join(primary.folder, '..', 'base-aside')
  await primary.stop()
  const { uid, gid } = statSync(tables)
  execFileSync('mv', [tables, aside])
  execFileSync('mkdir', [tables])
  const megabytes = Number(execFileSync('du', ['-sm', aside]).toString().split('\t')[0]) + 48
  execFileSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,uid=${uid},gid=${gid},mode=700`,
    'tmpfs',
    tables,
  ])
  try {
    execFileSync('cp', ['-a', `${aside}/.`, tables])
    await primary.start()
    await pause(4000)
    const ballast = join(tables, 'ballast')
    const { bavail, bsize } = statfsSync(tables)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    await pause(seconds * 1000)
    rmSync(ballast)
    await pause(3000)
    await primary.stop()
    rmSync(aside, { recursive: true })
    execFileSync('cp', ['-a', tables, aside])
  } finally {
    execFileSync('umount', [tables])
    execFileSync('rmdir', [tables])
    execFileSync('mv', [aside, tables])
  }
  await primary.start()
}
