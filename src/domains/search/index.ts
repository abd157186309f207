export { saveOwnPages } from './own-page-queries.ts'
