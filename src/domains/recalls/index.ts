export { unconfirmedDays } from './follow-queries.ts'
