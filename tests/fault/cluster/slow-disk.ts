import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from './site.ts'

/** Why a disk cannot be made slow here; undefined when it can. */
export function whyNoStrace(): string | undefined {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
    ? undefined
    : 'strace is not here, or may not trace'
}

/** Makes every sync of the primary take 0.3 s longer for some seconds. */
export async function slowDown({ cluster }: Site, seconds: number): Promise<void> {
  const first = (await cluster.primary.pid()) ?? 0
  const processes = [first, ...childrenOf(first)].flatMap((pid) => ['-p', String(pid)])
  const delay = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:delay_enter=300000']
  const tracer = spawn('strace', ['-f', '-o', '/dev/null', ...delay, ...processes], { stdio: 'ignore' })
  const ended = once(tracer, 'exit')
  await pause(seconds * 1000)
  // Asked in an orderly way it lets go of everything that it holds.
  tracer.kill('SIGINT')
  await ended
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // It ended meanwhile.
    return undefined
  }
}
