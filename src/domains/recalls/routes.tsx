import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { deskRoutes } from './desk-routes.tsx'
import { followRoutes } from './follow-routes.tsx'
import { manageRoutes } from './manage-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', followRoutes)
routes.route('/', manageRoutes)
routes.route('/', deskRoutes)
