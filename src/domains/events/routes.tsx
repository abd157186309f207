import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { gatheringRoutes } from './gathering-routes.ts'
import { listRoutes } from './list-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { registrationRoutes } from './registration/routes.tsx'
import { seriesRoutes } from './series/routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', listRoutes)
routes.route('/', seriesRoutes)
routes.route('/', officeRoutes)
routes.route('/', gatheringRoutes)
routes.route('/', registrationRoutes)
