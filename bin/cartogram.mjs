// npm run cartogram: computes reference/cartogram.csv anew after a change of municipalities or populations.
import { join } from 'node:path'
import { bundleForNode } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
await bundleForNode('src/app/cartogram.ts', join(root, 'build', 'cartogram.js'))
await runTool('node', [join(root, 'build', 'cartogram.js'), '--write'])
