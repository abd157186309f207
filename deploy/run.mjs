// Runs what deploy/build.mjs has bundled, in the place of itself: `serve`, or a command as `backup FILE`. Installs nothing.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serverFlags } from '../bin/server-flags.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [command = 'serve', ...args] = process.argv.slice(2)
const program = command === 'serve' ? ['server.js'] : ['cli.js', command, ...args]
const [file = '', ...rest] = program
process.chdir(root)
// No process of ours stands between: signals, the exit code and the memory are the program's own.
process.execve(process.execPath, [process.execPath, ...serverFlags, join(root, 'build', file), ...rest])
