import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paperRoutes } from './attendance/paper-routes.ts'
import { attendanceRoutes } from './attendance/routes.tsx'
import { ownCertificateRoutes } from './certificates/own-routes.tsx'
import { certificateRoutes } from './certificates/routes.tsx'
import { evaluationRoutes } from './evaluation/routes.tsx'
import { sheetRoutes } from './evaluation/sheet-routes.tsx'
import { materialRoutes } from './materials/routes.tsx'
import { programmeRoutes } from './programme/routes.tsx'
import { speakerRoutes } from './programme/speaker-routes.tsx'

/** The addresses of what happens around an event. */
export const gatheringRoutes = new Hono<AppEnv<Database>>()

for (const routes of [
  programmeRoutes,
  speakerRoutes,
  attendanceRoutes,
  paperRoutes,
  materialRoutes,
  sheetRoutes,
  evaluationRoutes,
  certificateRoutes,
  ownCertificateRoutes,
]) {
  gatheringRoutes.route('/', routes)
}
