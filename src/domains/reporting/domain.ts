import type { Database } from '#database/tables.ts'
import { addDays } from '#platform/days.ts'
import type { Domain } from '#platform/http/context.ts'
import { reportingPaths } from './paths.ts'
import { readReportingData } from './personal-queries.ts'
import { remindOfRound } from './round-actions.ts'
import { listRoundReports, listRounds } from './round-queries.ts'
import { routes } from './routes.tsx'
import { roundKey } from './rules.ts'
import { textsOf } from './texts.ts'
import { waitingReports } from './waiting.ts'

/** Days before, on and after the due day on which those who have not sent in are reminded. */
const reminderDays = [-7, 0, 7]

/** How the figures that members report themselves come in: rounds, reports, verification, publication. */
export const reporting: Domain<Database> = {
  name: 'reporting',
  routes,
  menu: [],
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).desk
    const rounds = await listRounds(db)
    const items = await Promise.all(
      rounds.map(async (round) => {
        const { id, year } = round
        const reports = await listRoundReports(db, id, today)
        const count = (state: string) => reports.filter((report) => report.state === state).length
        const href = reportingPaths.round(roundKey(round))
        const [check, verified] = [count('approved'), count('verified')]
        return [
          { count: check, text: t.check(check, year), href: `${href}?visa=kontrollera` },
          { count: verified, text: t.verified(verified, year), href },
        ]
      }),
    )
    return items.flat().filter(({ count }) => count > 0)
  },
  waiting: waitingReports,
  personalData: readReportingData,
  jobs: [
    {
      name: 'remind-of-reports',
      schedule: '20 7 * * *',
      run: async ({ db, config, today }) => {
        for (const round of await listRounds(db)) {
          const due = reminderDays.some((offset) => addDays(round.dueOn, offset) === today)
          const place = { db, baseUrl: config.baseUrl, today }
          if (!round.closedAt && due) await remindOfRound(place, null, roundKey(round))
        }
      },
    },
  ],
}
