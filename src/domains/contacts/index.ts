export { listSubjects } from './subject-queries.ts'
