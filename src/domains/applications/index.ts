export { applicationPaths } from './paths.ts'
