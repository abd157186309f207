import type { Database } from '#database/tables.ts'
import type { Job } from '#platform/http/context.ts'
import { forgetOldRegistrations } from './person-queries.ts'
import { fillAll, remind } from './remind.ts'

/** The job that gives free places to those who wait, when they became free in another way than by a cancellation. */
export const fillJob = 'fill-event-places'

/** What registration does by itself. */
export const registrationJobs: Job<Database>[] = [
  {
    name: 'remind-event-participants',
    schedule: '0 8 * * *',
    run: ({ db, config, now }) => remind({ db, site: config, now }),
  },
  {
    name: fillJob,
    schedule: '15 * * * *',
    run: ({ db, config, now }) => fillAll({ db, site: config, now }),
  },
  {
    name: 'forget-event-answers',
    schedule: '40 3 * * *',
    run: ({ db, now }) => forgetOldRegistrations(db, now),
  },
]
