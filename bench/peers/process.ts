import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where peers are installed, outside the lockfile; kept between runs. */
export const peersFolder = process.env.PEERS_FOLDER ?? join(tmpdir(), 'ekokommun-peers')
const installMs = 15 * 60_000

/** One thing that is asked for, again and again, and how a right answer is known. */
export interface Ask {
  what: string
  path: string
  headers: Record<string, string>
  /** Sent with POST when there is one. */
  body?: string
  isRight(answer: string): boolean
}

/** A program of somebody else's, serving. */
export interface RunningPeer {
  address: string
  asks: Ask[]
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

/** Asks once, and throws when the answer is not the right one. */
export async function askOnce(address: string, { what, path, headers, body, isRight }: Ask): Promise<void> {
  const method = body ? 'POST' : 'GET'
  // A redirection is not the page: the load would measure that alone.
  const response = await fetch(address + path, { headers, body: body ?? null, method, redirect: 'manual' })
  const text = await response.text()
  if (!response.ok || !isRight(text))
    throw new Error(
      `${what}: a wrong answer from ${address}${path} (${response.status}): ${text.slice(0, 500)}`,
    )
}

/** Waits until the right answer comes. */
export async function answering(address: string, ask: Ask, patienceMs = 240_000): Promise<void> {
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      await askOnce(address, ask)
      return
    } catch (error) {
      if (Date.now() > until) throw error
    }
    await pause(500)
  }
}

/** Sees to it that a program of Debian's is there: installs its package when it may, else says what to install. */
export async function needDebian(program: string, debianPackage: string): Promise<void> {
  const isThere = () => finish('sh', ['-c', `command -v ${program}`], tmpdir())
  try {
    await isThere()
  } catch {
    if (process.getuid?.() !== 0)
      throw new Error(`${program} is missing: install it with “sudo apt-get install ${debianPackage}”`)
    await finish('apt-get', ['update'], tmpdir())
    await finish('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], tmpdir(), {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    await isThere()
  }
}
