// npm run bench: measures the built program beside a bare server on the same machine.
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
const { buildAll, bundleForNode } = await import('./build.mjs')
await buildAll()
await bundleForNode('bench/main.ts', join(root, 'build', 'bench.js'))
await runTool('node', ['--enable-source-maps', join(root, 'build', 'bench.js'), ...process.argv.slice(2)])
