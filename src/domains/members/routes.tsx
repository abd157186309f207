import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { doublesRoutes } from './doubles-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { membershipRoutes } from './membership-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { profileRoutes } from './profile-routes.tsx'
import { registerRoutes } from './register-routes.tsx'

/** Every address of this house. What is named comes before what is numbered. */
export const routes = new Hono<AppEnv<Database>>()

for (const part of [
  profileRoutes,
  membershipRoutes,
  registerRoutes,
  doublesRoutes,
  peopleRoutes,
  importRoutes,
]) {
  routes.route('/', part)
}
