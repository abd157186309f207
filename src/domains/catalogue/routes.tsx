import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { breakRoutes } from './break-routes.tsx'
import { figureRoutes } from './figure-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { ownValueRoutes } from './own-value-routes.tsx'
import { setRoutes } from './set-routes.tsx'
import { versionRoutes } from './version-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', officeRoutes)
routes.route('/', setRoutes)
routes.route('/', figureRoutes)
routes.route('/', breakRoutes)
routes.route('/', versionRoutes)
routes.route('/', ownRoutes)
routes.route('/', ownValueRoutes)
