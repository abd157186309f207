import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { applicationBusiness } from './business.ts'
import { applicationPaths } from './paths.ts'
import { listApplications } from './queries.ts'
import { dropOldDrafts, remindReviewers } from './reminders.ts'
import { forgetInApplications, readPersonal } from './retention-queries.ts'
import { routes } from './routes.tsx'
import { startRoutes } from './start-routes.tsx'
import { textsOf } from './texts.ts'
import { waitingApplications } from './waiting.ts'

/** How an organisation becomes a member: application, check, review, decision. */
export const applications: Domain<Database> = {
  name: 'applications',
  routes,
  translated: ['fi'],
  translatedRoutes: startRoutes,
  menu: [],
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).board.desk
    const waiting = await listApplications(db, [
      'submitted',
      'approved-with-conditions',
      'in-review',
      'recommended',
      'deferred',
    ])
    const count = (...states: string[]) => waiting.filter(({ state }) => states.includes(state)).length
    const overdue = waiting.filter(
      ({ state, review_due_on: due }) => state === 'in-review' && due !== null && due < today,
    ).length
    const [check, conditions, agenda] = [
      count('submitted'),
      count('approved-with-conditions'),
      count('recommended', 'deferred'),
    ]
    return [
      { text: t.check(check), count: check, href: applicationPaths.office },
      { text: t.conditions(conditions), count: conditions, href: applicationPaths.office },
      { text: t.overdue(overdue), count: overdue, href: applicationPaths.experts },
      { text: t.agenda(agenda), count: agenda, href: applicationPaths.office },
    ].filter((item) => item.count > 0)
  },
  waiting: waitingApplications,
  business: applicationBusiness,
  personalData: async (db, personId) => ({ applications: await readPersonal(db, personId) }),
  erase: (trx, personId, today) => forgetInApplications(trx, personId, today),
  jobs: [
    {
      name: 'remind-reviewers',
      schedule: '10 7 * * 1-5',
      run: async (context) => {
        await remindReviewers(context)
      },
    },
    { name: 'drop-old-applications', schedule: '40 3 * * *', run: dropOldDrafts },
  ],
}
