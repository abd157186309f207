export { type Askable, listAskable } from './askable-queries.ts'
export { contactPaths } from './paths.ts'
export { listSubjects } from './subject-queries.ts'
