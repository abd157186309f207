// npm run bench: measures the built program beside a bare server on the same machine.
// npm run bench NAME: another bench of the folder, beside its own baseline.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
const { buildAll, bundleForNode } = await import('./build.mjs')
await buildAll()
const [name = '', ...rest] = process.argv.slice(2)
const isNamed = /^[a-z-]+$/.test(name) && existsSync(join(root, 'bench', `${name}.ts`))
await bundleForNode(`bench/${isNamed ? name : 'main'}.ts`, join(root, 'build', 'bench.js'))
await runTool('node', [
  '--enable-source-maps',
  join(root, 'build', 'bench.js'),
  ...(isNamed ? rest : process.argv.slice(2)),
])
