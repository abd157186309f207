import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { ballotRoutes } from './ballot-routes.tsx'
import { newRoutes } from './new-routes.tsx'
import { projectorRoutes } from './projector-routes.tsx'
import { runRoutes } from './run-routes.tsx'
import { voteRoutes } from './vote-routes.tsx'

/** Live voting at the annual meeting. */
export const routes = new Hono<AppEnv<Database>>()
for (const some of [newRoutes, ballotRoutes, runRoutes, voteRoutes, projectorRoutes]) routes.route('/', some)
