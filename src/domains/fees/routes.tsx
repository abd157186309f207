import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { bookRoutes } from './bookkeeping/book-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { invoiceRoutes } from './invoices/invoice-routes.tsx'
import { runRoutes } from './invoices/run-routes.tsx'
import { invoicing, invoicingAddresses } from './invoicing.ts'
import { joinRoutes } from './join-routes.tsx'
import { paymentRoutes } from './payments/payment-routes.tsx'
import { proposalRoutes } from './proposals/routes.tsx'
import { scheduleRoutes } from './schedule-routes.tsx'
import { settingsRoutes } from './settings-routes.tsx'
import { textsOf } from './texts.ts'

/** Every address of this house. */
export const routes = new Hono<AppEnv<Database>>()

// An association that is not paid here is told so; these come first, so that nothing behind them is reached.
if (!invoicing) {
  routes.on(['GET', 'POST'], invoicingAddresses, open(), (c) => {
    throw new Problem(404, textsOf(c.var.locale).desk.notInvoicing)
  })
}
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
