import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { bookRoutes } from './bookkeeping/book-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { invoiceRoutes } from './invoices/invoice-routes.tsx'
import { runRoutes } from './invoices/run-routes.tsx'
import { joinRoutes } from './join-routes.tsx'
import { paymentRoutes } from './payments/payment-routes.tsx'
import { proposalRoutes } from './proposals/routes.tsx'
import { scheduleRoutes } from './schedule-routes.tsx'
import { settingsRoutes } from './settings-routes.tsx'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

for (const part of [
  joinRoutes,
  deskRoutes,
  scheduleRoutes,
  proposalRoutes,
  settingsRoutes,
  runRoutes,
  invoiceRoutes,
  paymentRoutes,
  bookRoutes,
]) {
  routes.route('/', part)
}
