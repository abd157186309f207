// npm start: install what is missing, build, and run the program on the pinned Node until it is told to stop.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'
import { serverFlags } from './server-flags.mjs'

const parent = process.ppid
ensureInstalled()
const { buildAll } = await import('./build.mjs')
const watching = process.argv.includes('--watch')

await buildAll()
let server = serve()

// The program stops by itself; a second signal changes nothing, so the database always gets its time.
let told = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

// npm's shell does not hand signals on: when it or npm is killed, we notice that our parent is another one.
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== parent) stop('SIGTERM')
  }, 300).unref()
}

let restarting = Promise.resolve()
if (watching) {
  let pending
  watch(join(root, 'src'), { recursive: true }, () => {
    clearTimeout(pending)
    pending = setTimeout(restart, 200)
  })
}

function stop(signal) {
  if (told) return
  told = true
  server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
}

/** The channel to the child closes when this process dies in whatever way; the child then stops too. */
function serve() {
  const child = spawn(node, [...serverFlags, join(root, 'build', 'server.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // What Node has understood of our packages once it need not read again at the next start.
    env: { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache'), ...process.env },
  })
  child.on('exit', (code, signal) => {
    if (child === server && !child.replaced) process.exit(code ?? (signal ? 1 : 0))
  })
  return child
}

function restart() {
  // One at a time: a change during a restart gets a restart of its own afterwards.
  restarting = restarting.then(replace, replace)
}

async function replace() {
  try {
    await buildAll()
  } catch {
    return
  }
  if (told) return
  const old = server
  old.replaced = true
  await new Promise((resolve) => {
    old.once('exit', resolve)
    old.kill('SIGTERM')
  })
  if (told) process.exit(0)
  server = serve()
}
