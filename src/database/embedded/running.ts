import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { run } from './run.ts'

/**
 * True when a server runs in the folder. A `postmaster.pid` may be left over from a machine that lost power, and its
 * number may since belong to any other program: that one does not count.
 */
export async function isRunning({ folder, programs, identity }: Place): Promise<boolean> {
  const { code } = await run(programs.pg_ctl, ['status', '-D', folder], identity)
  return code === 0 && !(await isSomebodyElse(folder))
}

/** True when `postmaster.pid` names a living program that is not this folder's server. False when we cannot tell. */
export async function isSomebodyElse(folder: string): Promise<boolean> {
  const [pid] = await readPidFile(folder)
  // A server works in its own folder; only Linux lets us look.
  const workingFolder = pid ? await readlink(`/proc/${pid}/cwd`).catch(() => undefined) : undefined
  return workingFolder !== undefined && workingFolder !== (await realpath(folder))
}

/** The port of a server that is ready for us. Undefined while it starts, recovers or stops. */
export async function readyPort(folder: string): Promise<number | undefined> {
  const lines = await readPidFile(folder)
  const port = Number(lines[3])
  return port > 0 && /ready|standby/.test(lines[7] ?? '') ? port : undefined
}

/** PostgreSQL's own note: process number, folder, start, port, …, and in the eighth line the state. */
async function readPidFile(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n').map((line) => line.trim())
}
