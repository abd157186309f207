// npm run fuzz ROUNDS SEED: sends hostile requests to every route and form, longer than the tests do, or otherwise.
import { ensureInstalled } from './install.mjs'
import { runTool } from './stages.mjs'

ensureInstalled()
const [rounds = '10', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
console.log(`${rounds} rounds from seed ${seed}`)
await runTool('vitest', ['run', 'tests/house/hostile.test.ts'], {
  environment: { FUZZ_ROUNDS: rounds, FUZZ_SEED: seed },
})
