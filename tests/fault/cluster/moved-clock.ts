import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from './site.ts'

const libraries = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`,
)
const library = () => libraries.find((path) => existsSync(path))

/** Why no clock can be moved here; undefined when it can. As root on Debian it installs what is missing. */
export function whyNoClock(): string | undefined {
  if (!library() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'libfaketime'], quiet)
  }
  return library() ? undefined : 'libfaketime is not here'
}

/** Starts the first web process anew with a clock that can be moved while it runs. */
export async function makeClockMovable(site: Site): Promise<{ move(to: string): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-clock-'))
  await chmod(folder, 0o755)
  const file = join(folder, 'clock')
  const move = (to: string) => writeFile(file, to)
  await move('+0')
  Object.assign(site.envOfFirstWeb, {
    LD_PRELOAD: library() ?? '',
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  })
  const [web] = site.webs
  const before = web?.program
  before?.tell('SIGKILL')
  await before?.end()
  while (web?.program === before) await pause(50)
  await web?.program.ready()
  return { move }
}
