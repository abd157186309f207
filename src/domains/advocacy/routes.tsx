import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { answerRoutes } from './answer-routes.tsx'
import { beginRoutes } from './begin-routes.tsx'
import { demandRoutes } from './demand-routes.tsx'
import { endorseRoutes } from './endorse-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { matterRoutes } from './matter-routes.tsx'
import { sectionRoutes } from './section-routes.tsx'
import { sendSectionRoutes } from './send-section-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { textRoutes } from './text-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

routes.route('/', listRoutes)
routes.route('/', beginRoutes)
routes.route('/', matterRoutes)
routes.route('/', textRoutes)
routes.route('/', writeRoutes)
routes.route('/', sectionRoutes)
routes.route('/', answerRoutes)
routes.route('/', sendSectionRoutes)
routes.route('/', endorseRoutes)
routes.route('/', demandRoutes)
routes.route('/', stepRoutes)
