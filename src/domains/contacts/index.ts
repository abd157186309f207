export { type Size, sizeClass } from './rules.ts'
export { listCards, searchContacts } from './search-queries.ts'
export { listSubjects, type SubjectView } from './subject-queries.ts'
