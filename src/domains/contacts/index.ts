export { contactPaths } from './paths.ts'
export { listSubjects } from './subject-queries.ts'
