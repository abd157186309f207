import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { draftRoutes } from './draft-routes.tsx'
import { documentRoutes } from './files/document-routes.tsx'
import { fileRoutes } from './files/file-routes.ts'
import { pictureRoutes } from './files/picture-routes.tsx'
import { kinRoutes } from './kin/kin-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { peerRoutes } from './peers/peer-routes.tsx'
import { previewRoutes } from './peers/preview-routes.tsx'
import { reportRoutes } from './report-routes.tsx'
import { stepRoutes } from './step-routes.tsx'
import { writeRoutes } from './write-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

const rooms = [
  listRoutes,
  fileRoutes,
  kinRoutes,
  reportRoutes,
  previewRoutes,
  writeRoutes,
  draftRoutes,
  stepRoutes,
  pictureRoutes,
  documentRoutes,
  peerRoutes,
  officeRoutes,
]
for (const room of rooms) routes.route('/', room)
