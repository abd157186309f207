import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.tsx'

/** Everything public as files, and the catalogue of them. */
export const openData: Domain<Database> = {
  name: 'open-data',
  open: true,
  routes,
  translated: ['fi'],
  menu: [],
}
