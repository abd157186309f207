// The steps of a check: each a title and something to do that throws or exits non-zero when it fails.
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { node, root } from './install.mjs'

const tools = join(root, 'node_modules', '.bin')

/** Runs a tool of ours on the pinned Node; rejects when it fails. */
export function runTool(name, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(tools, name), args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PATH: [join(node, '..'), tools, process.env.PATH].join(delimiter),
        ...environment,
      },
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}`))))
  })
}

export const formatAndLint = {
  title: 'Format and lint',
  run: () => runTool('biome', ['check', '--error-on-warnings', '.']),
}
export const types = { title: 'Types', run: () => runTool('tsc', ['--noEmit']) }

/** Runs every stage, also after a failure, and gives back how many failed. */
export async function runStages(stages) {
  let failed = 0
  for (const { title, run } of stages) {
    const started = Date.now()
    console.log(`\n── ${title}`)
    try {
      await run()
      console.log(`── ${title}: passed in ${((Date.now() - started) / 1000).toFixed(1)} s`)
    } catch (error) {
      failed += 1
      console.error(`── ${title}: FAILED. ${error instanceof Error ? error.message : error}`)
    }
  }
  return failed
}
