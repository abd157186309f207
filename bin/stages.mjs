// The steps of a check: each a title and something to do that throws or exits non-zero when it fails.
import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { delimiter, join } from 'node:path'
import { node, root } from './install.mjs'

const tools = join(root, 'node_modules', '.bin')

/**
 * Runs a tool of ours on the pinned Node; rejects when it fails. With `kept`, what it says is put there instead of
 * shown, and it works on what processor time others leave.
 */
export function runTool(name, args, { environment = {}, kept } = {}) {
  return new Promise((resolve, reject) => {
    const output = kept ? 'pipe' : 'inherit'
    const child = spawn(join(tools, name), args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: {
        ...process.env,
        PATH: [join(node, '..'), tools, process.env.PATH].join(delimiter),
        ...environment,
      },
    })
    if (kept && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => kept.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}`))))
  })
}

export const formatAndLint = {
  title: 'Format and lint',
  run: (kept) => runTool('biome', ['check', '--error-on-warnings', '.'], { kept }),
}
/** One checker: several do much of the work twice, which is no gain on two processors. */
export const types = {
  title: 'Types',
  run: (kept) => runTool('tsc', ['--noEmit', '--checkers', '1'], { kept }),
}

/** Runs every stage, also after a failure, and gives back how many failed. */
export async function runStages(stages) {
  let failed = 0
  for (const { title, run } of stages) {
    console.log(`\n── ${title}`)
    const { fault, line } = await outcomeOf(title, run())
    console.log(line)
    if (fault) failed += 1
  }
  return failed
}

/** Begins every stage at once, quietly, beside what follows. Await what it gives back to see what they said, and how many failed. */
export function beginStages(stages) {
  const begun = stages.map(({ title, run }) => {
    const kept = []
    return { title, kept, outcome: outcomeOf(title, run(kept)) }
  })
  return async () => {
    let failed = 0
    for (const { title, kept, outcome } of begun) {
      const { fault, line } = await outcome
      console.log(`\n── ${title}`)
      process.stdout.write(Buffer.concat(kept))
      console.log(line)
      if (fault) failed += 1
    }
    return failed
  }
}

async function outcomeOf(title, running) {
  const started = Date.now()
  const fault = await running.then(
    () => undefined,
    (error) => error ?? new Error('failed'),
  )
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const line = fault
    ? `── ${title}: FAILED. ${fault instanceof Error ? fault.message : fault}`
    : `── ${title}: passed in ${seconds} s`
  return { fault, line }
}
