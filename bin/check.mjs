// npm run check: format, lint and types, without tests.
import { ensureInstalled } from './install.mjs'
import { formatAndLint, runStages, types } from './stages.mjs'

ensureInstalled()
const failed = await runStages([formatAndLint, types])
process.exit(failed > 0 ? 1 : 0)
