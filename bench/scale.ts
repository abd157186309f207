import { scaleFolder } from './support/scale-association.ts'

await scaleFolder('/tmp/scale-1', 2000)
if (process.argv.includes('--big')) await scaleFolder('/tmp/scale-50', 100_000)
