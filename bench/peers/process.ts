import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where peers are installed, outside the lockfile; kept between runs. */
export const peersFolder = resolve('build/peers')
const installMs = 15 * 60_000

/** A program of somebody else's, serving. */
export interface RunningPeer {
  address: string
  /** The page or answer that is asked for. */
  path: string
  headers?: Record<string, string>
  stop(): Promise<void>
}

/** Installs packages of the npm registry into a folder of their own, once. */
export async function install(name: string, packages: string[], flags: string[] = []): Promise<string> {
  const folder = join(peersFolder, name)
  if (existsSync(join(folder, 'installed'))) return folder
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"private":true}')
  const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...flags, ...packages]
  await run('npm', words, { cwd: folder, timeout: installMs, maxBuffer: 2 ** 24 })
  await writeFile(join(folder, 'installed'), '')
  return folder
}

/** Runs a program to its end and gives what it said. */
export async function finish(
  program: string,
  words: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<string> {
  const options = { cwd, env: { ...process.env, ...env }, timeout: installMs, maxBuffer: 2 ** 24 }
  return (await run(program, words, options)).stdout
}

/** Starts a program that goes on; its last words are told when it ends unasked. */
export function begin(
  program: string,
  words: string[],
  cwd: string,
  env: Record<string, string> = {},
): { stop(): Promise<void> } {
  const child: ChildProcess = spawn(program, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let asked = false
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = new Promise<void>((done) =>
    child.once('exit', (code) => {
      if (!asked) console.error(`${program} ended with ${code}:\n${said}`)
      done()
    }),
  )
  return {
    stop: async () => {
      asked = true
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(hard)
    },
  }
}

/** Waits until an address answers with what is looked for. */
export async function answering(
  address: string,
  expected: string,
  headers: Record<string, string> = {},
  patienceMs = 120_000,
): Promise<void> {
  const until = Date.now() + patienceMs
  let last = ''
  while (Date.now() < until) {
    try {
      const response = await fetch(address, { headers })
      last = await response.text()
      if (response.ok && last.includes(expected)) return
    } catch (error) {
      last = String(error)
    }
    await pause(500)
  }
  throw new Error(`${address} never said “${expected}”: ${last.slice(0, 500)}`)
}
