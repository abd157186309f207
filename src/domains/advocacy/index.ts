export { advocacyPaths } from './paths.ts'
