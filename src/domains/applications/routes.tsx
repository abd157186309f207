import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkRoutes } from './check-routes.tsx'
import { documentRoutes } from './document-routes.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { startRoutes } from './start-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

for (const part of [
  startRoutes,
  draftRoutes,
  fileRoutes,
  documentRoutes,
  checkRoutes,
  officeRoutes,
  reviewRoutes,
]) {
  routes.route('/', part)
}
