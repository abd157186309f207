export { contactPaths } from './paths.ts'
export { searchWords } from './rules.ts'
export { listSubjects } from './subject-queries.ts'
