import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { guestRoutes } from './guest-routes.tsx'
import { mineRoutes } from './mine-routes.tsx'
import { participantRoutes } from './office-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { questionRoutes } from './question-routes.tsx'
import { registerRoutes } from './register-routes.tsx'

/** Every address of registration. */
export const registrationRoutes = new Hono<AppEnv<Database>>()

for (const routes of [registerRoutes, guestRoutes, ownRoutes, mineRoutes, participantRoutes, questionRoutes])
  registrationRoutes.route('/', routes)
