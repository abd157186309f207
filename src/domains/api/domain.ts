import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { countRequest } from './limit.ts'
import { apiPaths } from './paths.ts'
import { routes } from './routes.tsx'

/** The public data for programs: read-only, the same that the pages show. */
export const api: Domain<Database> = {
  name: 'api',
  open: true,
  routes,
  menu: [],
  doors: [{ path: apiPaths.root, handler: countRequest }],
}
