import type { Database } from '#database/tables.ts'
import { addDays } from '#platform/days.ts'
import type { Domain } from '#platform/http/context.ts'
import { remindOfRound } from './actions.ts'
import { reportingPaths } from './paths.ts'
import { listRoundReports, listRounds } from './round-queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** Days before, on and after the due day on which those who have not sent in are reminded. */
const reminderDays = [-7, 0, 7]

/** How the figures that members report themselves come in: rounds, reports, verification, publication. */
export const reporting: Domain<Database> = {
  name: 'reporting',
  routes,
  menu: [],
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).desk
    const rounds = (await listRounds(db)).filter(({ closedAt }) => closedAt === null)
    const items = await Promise.all(
      rounds.map(async ({ id, year }) => {
        const reports = await listRoundReports(db, id, today)
        const count = (state: string) => reports.filter((report) => report.state === state).length
        const href = reportingPaths.round(year)
        const [check, verified] = [count('approved'), count('verified')]
        return [
          { count: check, text: t.check(check, year), href: `${href}?visa=kontrollera` },
          { count: verified, text: t.verified(verified, year), href },
        ]
      }),
    )
    return items.flat().filter(({ count }) => count > 0)
  },
  jobs: [
    {
      name: 'remind-of-reports',
      schedule: '20 7 * * *',
      run: async ({ db, config, today }) => {
        for (const { year, dueOn, closedAt } of await listRounds(db)) {
          const due = reminderDays.some((offset) => addDays(dueOn, offset) === today)
          if (!closedAt && due) await remindOfRound({ db, baseUrl: config.baseUrl, today }, null, year)
        }
      },
    },
  ],
}
