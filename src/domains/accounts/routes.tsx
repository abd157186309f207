import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { demoRoutes } from './demo-routes.tsx'
import { loginRoutes } from './login-routes.tsx'
import { organisationRoutes } from './organisation-routes.tsx'
import { passkeyRoutes } from './passkey-routes.ts'
import { securityRoutes } from './security-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', loginRoutes)
routes.route('/', demoRoutes)
routes.route('/', organisationRoutes)
routes.route('/', passkeyRoutes)
routes.route('/', securityRoutes)
