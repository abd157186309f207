import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.ts'

/** The yearly reports of every member and of the network, as pages and documents. */
export const yearlyReports: Domain<Database> = { name: 'yearly-reports', open: true, routes, menu: [] }
