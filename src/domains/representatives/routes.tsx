import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { deskRoutes } from './desk-routes.tsx'
import { handoverRoutes } from './handover-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { renewalRoutes } from './renewal-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', deskRoutes)
routes.route('/', peopleRoutes)
routes.route('/', handoverRoutes)
routes.route('/', renewalRoutes)
