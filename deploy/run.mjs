// Runs what deploy/build.mjs has bundled, and installs or builds nothing: `serve`, or a command as `backup FILE`.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverFlags } from '../bin/server-flags.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'serve', ...args] = process.argv.slice(2)
const program = command === 'serve' ? ['server.js'] : ['cli.js', command, ...args]
const [file = '', ...rest] = program
const child = spawn(process.execPath, [...serverFlags, join(root, 'build', file), ...rest], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
