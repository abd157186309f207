// Finds a Chromium for the browser tests, or installs Debian's. The shell without windows needs half the time.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const shell = '/usr/bin/chromium-headless-shell'
const known = [
  process.env.CHROMIUM,
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export function findBrowser() {
  return known.find((path) => path && existsSync(path))
}

/** The browser's path; as root on Debian it installs the shell where it is missing. Else says what to do. */
export function ensureBrowser() {
  const chosen = process.env.CHROMIUM || existsSync(shell)
  if (!chosen && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install()
  const found = findBrowser()
  if (found) return found
  throw new Error(
    'The browser tests need Chromium. Install it, or name its path: CHROMIUM=/path/to/chromium npm test',
  )
}

/** Without a network nothing is installed, and soon: another Chromium may be there, which does as well. */
function install() {
  console.log("Installing Debian's Chromium for tests, about half a minute …")
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const brief = ['-q', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10']
  spawnSync('apt-get', ['update', ...brief], quiet)
  const asked = ['install', '-y', ...brief, '--no-install-recommends', 'chromium-headless-shell']
  spawnSync('apt-get', asked, quiet)
}
