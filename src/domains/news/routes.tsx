import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { listRoutes } from './list-routes.tsx'
import { articleRoutes } from './magazine/article-routes.tsx'
import { issueRoutes } from './magazine/issue-routes.tsx'
import { issueOfficeRoutes } from './magazine/office-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { pictureRoutes } from './pictures/picture-routes.tsx'
import { proposalRoutes } from './proposals/office-routes.tsx'
import { proposeRoutes } from './proposals/propose-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

// What has a word of its own for an address stands before the news, whose addresses are words.
routes.route('/', issueRoutes)
routes.route('/', pictureRoutes)
routes.route('/', listRoutes)
routes.route('/', proposeRoutes)
routes.route('/', proposalRoutes)
routes.route('/', issueOfficeRoutes)
routes.route('/', articleRoutes)
routes.route('/', officeRoutes)
