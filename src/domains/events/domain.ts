import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import {
  attendedBy,
  deskAfterEvents,
  forgetAround,
  gatheringDataOf,
  gatheringJobs,
  missedBy,
} from './gathering.ts'
import { eventInvariants } from './invariant-queries.ts'
import { listRoutes } from './list-routes.tsx'
import { eventPaths } from './paths.ts'
import { eventDesk, newEvents, waitingEvents } from './registration/gathered.ts'
import { fillJob, registrationJobs } from './registration/jobs.ts'
import { forgetParticipant, readRegistrationsOf } from './registration/person-queries.ts'
import { routes } from './routes.tsx'
import { forgetWriter, readEventsOfPerson } from './write-queries.ts'

/** Where members meet: seminars, trainings, network meetings, conferences, board and annual meetings. */
export const events: Domain<Database> = {
  name: 'events',
  routes,
  translated: ['fi'],
  translatedRoutes: listRoutes,
  invariants: eventInvariants,
  menu: [{ href: eventPaths.list, label: { sv: 'Evenemang', en: 'Events', fi: 'Tapahtumat' } }],
  desk: async (asked) => (await Promise.all([eventDesk(asked), deskAfterEvents(asked)])).flat(),
  related: attendedBy,
  waiting: async (asked, actor) =>
    (await Promise.all([waitingEvents(asked, actor), missedBy(asked, actor)])).flat(),
  happened: newEvents,
  personalData: async (db, personId) => ({
    events: await readEventsOfPerson(db, personId),
    registrations: await readRegistrationsOf(db, personId),
    ...(await gatheringDataOf(db, personId)),
  }),
  erase: async (trx, personId) => {
    await forgetWriter(trx, personId)
    await forgetAround(trx, personId)
    if ((await forgetParticipant(trx, personId)).length > 0) await wakeJob(trx, fillJob)
  },
  jobs: [...registrationJobs, ...gatheringJobs],
}
