import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { waitsIn } from './desk-routes.tsx'
import { feeInvariants } from './invariant-queries.ts'
import { deliverInvoices } from './invoices/deliver.ts'
import { deliveryJob } from './invoices/issue.ts'
import { todoOf } from './pages/desk.tsx'
import { feePaths } from './paths.ts'
import { feeBusiness } from './proposals/business.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** What membership costs, from the annual meeting's decision to paid and booked. */
export const fees: Domain<Database> = {
  name: 'fees',
  routes,
  menu: [{ href: feePaths.join, label: { sv: 'Bli medlem', en: 'Join' }, only: 'visitors' }],
  ownPages: (l) => {
    const { title, lead, reasons, needs, steps } = textsOf(l).join
    return [{ address: feePaths.join, title, lead, said: [reasons, needs, steps] }]
  },
  desk: async ({ db, locale: l, today }) =>
    todoOf(l, await waitsIn(db, today)).map(({ count, text, path }) => ({ count, text, href: path })),
  business: feeBusiness,
  invariants: feeInvariants,
  jobs: [
    {
      name: deliveryJob,
      schedule: '* * * * *',
      run: ({ db, config }) => deliverInvoices(db, config.peppolOutbox),
    },
  ],
}
