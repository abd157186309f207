import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { minutesRoutes } from '../minutes/index.ts'
import { agendaRoutes } from './agenda-routes.tsx'
import { fileRoutes } from './file-routes.ts'
import { itemRoutes } from './item-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { meetingRoutes } from './meeting-routes.tsx'
import { boardMinutes } from './organ.ts'

/** Every address of the board's room. */
export const routes = new Hono<AppEnv<Database>>()

for (const part of [
  listRoutes,
  meetingRoutes,
  agendaRoutes,
  itemRoutes,
  fileRoutes,
  minutesRoutes(boardMinutes),
]) {
  routes.route('/', part)
}
