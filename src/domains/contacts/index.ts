export { listPublicContacts } from './search-queries.ts'
export { listSubjects } from './subject-queries.ts'
