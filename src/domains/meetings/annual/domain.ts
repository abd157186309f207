import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv, Domain } from '#platform/http/context.ts'
import { annualBusiness } from './business.ts'
import { delegateRoutes } from './delegate-routes.tsx'
import { electionRoutes } from './election-routes.tsx'
import { annualDesk, happenedAtAnnual, waitingAnnual } from './gathered.ts'
import { itemRoutes } from './item-routes.tsx'
import { meetingRoutes } from './meeting-routes.tsx'
import { motionRoutes } from './motion-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { orderRoutes } from './order-routes.tsx'
import { forgetInAnnual, readAnnualOf } from './person-queries.ts'
import { planRoutes } from './plan-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { rollRoutes } from './roll-routes.tsx'
import { signerRoutes } from './signer-routes.tsx'
import { takingPartRoutes } from './taking-part-routes.tsx'

const routes = new Hono<AppEnv<Database>>()
for (const part of [
  meetingRoutes,
  planRoutes,
  officeRoutes,
  orderRoutes,
  itemRoutes,
  motionRoutes,
  proposalRoutes,
  electionRoutes,
  delegateRoutes,
  rollRoutes,
  takingPartRoutes,
  signerRoutes,
]) {
  routes.route('/', part)
}

/** The annual meeting, from its plan to the frozen roll and the decisions. */
export const annualMeeting: Domain<Database> = {
  name: 'annual-meeting',
  routes,
  menu: [],
  business: annualBusiness,
  desk: annualDesk,
  waiting: waitingAnnual,
  happened: happenedAtAnnual,
  personalData: async (db, personId) => ({ annualMeetings: await readAnnualOf(db, personId) }),
  erase: (trx, personId) => forgetInAnnual(trx, personId),
}
