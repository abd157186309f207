import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.tsx'

/** Who somebody is, how they log in, what they may do, and what was done. */
export const accounts: Domain<Database> = {
  name: 'accounts',
  routes,
  menu: [],
}
