import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { statutesBusiness } from './business.ts'
import { readingRoutes, routes } from './routes.tsx'

/** How the association decides: its statutes, version by version, as text and as the rules that the program goes by. */
export const statutes: Domain<Database> = {
  name: 'statutes',
  routes,
  menu: [],
  business: statutesBusiness,
  translated: ['fi'],
  translatedRoutes: readingRoutes,
}
