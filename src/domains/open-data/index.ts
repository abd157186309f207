export { openDataPaths } from './paths.ts'
