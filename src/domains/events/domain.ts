import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import {
  attendedBy,
  deskAfterEvents,
  forgetAround,
  gatheringDataOf,
  gatheringJobs,
  missedBy,
} from './gathering.ts'
import { eventPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { forgetWriter, readEventsOfPerson } from './write-queries.ts'

/** Where members meet: seminars, trainings, network meetings, conferences, board and annual meetings. */
export const events: Domain<Database> = {
  name: 'events',
  routes,
  menu: [{ href: eventPaths.list, label: { sv: 'Evenemang', en: 'Events' } }],
  desk: deskAfterEvents,
  related: attendedBy,
  waiting: missedBy,
  personalData: async (db, personId) => ({
    events: await readEventsOfPerson(db, personId),
    ...(await gatheringDataOf(db, personId)),
  }),
  erase: async (trx, personId) => {
    await forgetWriter(trx, personId)
    await forgetAround(trx, personId)
  },
  jobs: gatheringJobs,
}
