import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { exchangeApiRoutes } from './exchange/api-routes.ts'
import { exchangeOfficeRoutes } from './exchange/office-routes.tsx'
import { exchangePublicRoutes } from './exchange/public-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { ownProjectRoutes } from './projects/own-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { wishRoutes } from './translations/routes.tsx'
import { hostRoutes } from './visits/member-routes.tsx'
import { visitOfficeRoutes } from './visits/office-routes.tsx'
import { visitRoutes } from './visits/public-routes.tsx'

/** What everyone reads and sends. */
export const routes = new Hono<AppEnv<Database>>()
routes.route('/', publicRoutes)
routes.route('/', wishRoutes)
routes.route('/', visitRoutes)
routes.route('/', exchangePublicRoutes)

/** What members and the secretariat do, and what other networks' programs fetch. */
export const insideRoutes = new Hono<AppEnv<Database>>()
insideRoutes.route('/', exchangeApiRoutes)
insideRoutes.route('/', exchangeOfficeRoutes)
insideRoutes.route('/', visitOfficeRoutes)
insideRoutes.route('/', hostRoutes)
insideRoutes.route('/', ownProjectRoutes)
insideRoutes.route('/', officeRoutes)
