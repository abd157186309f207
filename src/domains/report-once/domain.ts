import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.tsx'

/** One sign-off fills in the other forms that members send anyway. */
export const reportOnce: Domain<Database> = { name: 'report-once', routes, menu: [] }
