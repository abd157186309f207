import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { answerRoutes } from './answer-routes.tsx'
import { correctionRoutes } from './correction-routes.tsx'
import { reportRoutes } from './report-routes.tsx'
import { reviewRoutes } from './review-routes.tsx'
import { roundRoutes } from './round-routes.tsx'
import { targetRoutes } from './target-routes.tsx'
import { workbookRoutes } from './workbook-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

for (const some of [
  roundRoutes,
  reviewRoutes,
  reportRoutes,
  answerRoutes,
  correctionRoutes,
  targetRoutes,
  workbookRoutes,
]) {
  routes.route('/', some)
}
