import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { fileRoutes } from './file-routes.tsx'
import { originRoutes } from './origin-routes.tsx'
import { populationRoutes } from './population-routes.tsx'
import { runRoutes } from './run-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

for (const part of [runRoutes, originRoutes, populationRoutes, fileRoutes]) routes.route('/', part)
