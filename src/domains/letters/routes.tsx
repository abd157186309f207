import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { letterRoutes } from './letter-routes.tsx'
import { sendRoutes } from './send-routes.tsx'
import { unsubscribeRoutes } from './unsubscribe-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', letterRoutes)
routes.route('/', sendRoutes)
routes.route('/', unsubscribeRoutes)
