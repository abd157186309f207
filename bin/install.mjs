// Installs what is missing. Plain JavaScript for any Node from 20 on: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** The Node that the project pins; scripts before it run on whatever Node the machine has. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const stamp = join(root, 'node_modules', '.installed')

/** Runs `npm ci` unless exactly the locked packages are there already. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing what is missing (npm ci), the first time about half a minute …')
  const started = Date.now()
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0 || !existsSync(node)) {
    console.error(
      'The installation did not succeed: npm ci ended without what is needed. Is the network there, and the npm registry reachable?',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
