import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { auditRoutes } from './audit-routes.tsx'
import { demoRoutes } from './demo-routes.tsx'
import { loginRoutes } from './login-routes.tsx'
import { myDataRoutes } from './my-data-routes.tsx'
import { organisationRoutes } from './organisation-routes.tsx'
import { passkeyRoutes } from './passkey-routes.ts'
import { providerRoutes } from './provider-routes.tsx'
import { securityRoutes } from './security-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', loginRoutes)
routes.route('/', demoRoutes)
routes.route('/', organisationRoutes)
routes.route('/', passkeyRoutes)
routes.route('/', securityRoutes)
routes.route('/', myDataRoutes)
routes.route('/', providerRoutes)
routes.route('/', auditRoutes)
