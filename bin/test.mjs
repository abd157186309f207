// npm test: install what is missing, then build, and every test beside format, lint and types.
// The last line is always "N passed, N failed"; a stage that fails counts as one failure.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled, root } from './install.mjs'
import { beginStages, formatAndLint, runStages, runTool, types } from './stages.mjs'

ensureInstalled()
const chosen = process.argv.slice(2)
const report = join(root, 'build', 'test-report.json')
rmSync(report, { force: true })

const failedBefore = await runStages([
  { title: 'Browser', run: async () => ensureBrowser() },
  { title: 'Build', run: async () => (await import('./build.mjs')).buildAll() },
])
// Many tests wait for a server or a browser, and leave the processor to these.
const failedBeside = beginStages([formatAndLint, types])

const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...chosen]
await runStages([{ title: 'Tests', run: () => runTool('vitest', vitest) }])
const failedStages = failedBefore + (await failedBeside())

const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
const passed = results?.numPassedTests ?? 0
// A file that cannot even be loaded fails without a single failed test.
const brokenFiles =
  results?.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length ?? 1
const failed = failedStages + (results?.numFailedTests ?? 0) + brokenFiles + (results && passed === 0 ? 1 : 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
