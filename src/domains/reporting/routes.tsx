import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { reportRoutes } from './report-routes.tsx'
import { roundRoutes } from './round-routes.tsx'
import { targetRoutes } from './target-routes.tsx'
import { workbookRoutes } from './workbook-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', roundRoutes)
routes.route('/', reportRoutes)
routes.route('/', targetRoutes)
routes.route('/', workbookRoutes)
