import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { cardRoutes } from './card-routes.tsx'
import { searchRoutes } from './search-routes.tsx'
import { subjectRoutes } from './subject-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', searchRoutes)
routes.route('/', writeRoutes)
routes.route('/', cardRoutes)
routes.route('/', subjectRoutes)
