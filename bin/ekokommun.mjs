#!/usr/bin/env node
// ekokommun COMMAND …: does one thing on the program's database and ends. Without a command it lists what there is.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'
import { serverFlags } from './server-flags.mjs'

// Standard output belongs to the command's answer.
console.log = console.error
ensureInstalled()
const { bundleForNode } = await import('./build.mjs')
const program = join(root, 'build', 'cli.js')
await bundleForNode('src/app/cli.ts', program)

const child = spawn(node, [...serverFlags, program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
