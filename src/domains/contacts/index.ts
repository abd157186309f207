export { listSubjects } from './subject-queries.ts'
export { contactPaths } from './paths.ts'
