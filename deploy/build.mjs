// Bundles what a server runs: the program and its commands. Needs the packages to be installed.
import { join } from 'node:path'
import { buildAll, bundleForNode } from '../bin/build.mjs'
import { root } from '../bin/install.mjs'

await buildAll()
await bundleForNode('src/app/cli.ts', join(root, 'build', 'cli.js'))
