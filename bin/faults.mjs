// npm run faults: lets everything go wrong that can, with real processes, and says what became of what was saved.
// npm run faults WORD: only the faults whose name holds the word.
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
const { bundleForNode } = await import('./build.mjs')
const program = join(root, 'build', 'faults.js')
await bundleForNode('tests/fault/cluster/main.ts', program)
await runTool('node', ['--enable-source-maps', program, ...process.argv.slice(2)]).catch(() =>
  process.exit(1),
)
