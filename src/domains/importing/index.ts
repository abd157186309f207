export { importPaths } from './paths.ts'
export type { RunState } from './rules/run.ts'
export { listLastEnded } from './run-queries.ts'
export type { AdapterName } from './tables.ts'
