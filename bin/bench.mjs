// npm run bench: measures the built program beside a bare server on the same machine.
// npm run bench contacts | letters | fees | api: another bench of the folder, each beside its own baseline.
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
const { buildAll, bundleForNode } = await import('./build.mjs')
await buildAll()
const [name, ...rest] = process.argv.slice(2)
const named = ['contacts', 'letters', 'fees', 'api'].includes(name)
const bench = named ? name : 'main'
await bundleForNode(`bench/${bench}.ts`, join(root, 'build', 'bench.js'))
await runTool('node', [
  '--enable-source-maps',
  join(root, 'build', 'bench.js'),
  ...(named ? rest : process.argv.slice(2)),
])
