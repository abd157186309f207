import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { digestRoutes } from './digest-routes.tsx'
import { followRoutes } from './follow-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', followRoutes)
routes.route('/', digestRoutes)
