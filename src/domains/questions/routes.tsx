import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { answerRoutes } from './answer-routes.tsx'
import { askRoutes } from './ask-routes.tsx'
import { declineRoutes } from './decline-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { questionRoutes } from './question-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', listRoutes)
routes.route('/', askRoutes)
routes.route('/', questionRoutes)
routes.route('/', answerRoutes)
routes.route('/', declineRoutes)
routes.route('/', officeRoutes)
