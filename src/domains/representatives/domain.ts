import type { Database } from '#database/tables.ts'
import { roleName } from '#domains/accounts/index.ts'
import type { Domain } from '#platform/http/context.ts'
import { representativePaths } from './paths.ts'
import { remindUnanswered } from './renewal.ts'
import { findOpenRenewal, listRenewalMembers } from './renewal-queries.ts'
import { routes } from './routes.tsx'
import { neededSeats } from './rules.ts'
import { countVacantSeats, readPersonalPromises } from './seat-queries.ts'
import { textsOf } from './texts.ts'
import { waitingForPeople } from './waiting.ts'

/** Who represents each member, how seats are handed over, and what the secretariat has to do. */
export const representatives: Domain<Database> = {
  name: 'representatives',
  routes,
  menu: [],
  desk: async ({ db, locale: l, today }) => {
    const t = textsOf(l).desk
    const renewal = await findOpenRenewal(db)
    const unanswered = renewal
      ? (await listRenewalMembers(db, renewal.id, today)).filter(({ answeredAt }) => !answeredAt).length
      : 0
    const vacant = await countVacantSeats(db, today, neededSeats)
    return [
      ...(unanswered > 0
        ? [{ text: t.unanswered(unanswered), count: unanswered, href: representativePaths.renewal }]
        : []),
      ...vacant.map(({ role, members }) => ({
        text: t.vacant(roleName(role, l), members),
        count: members,
        href: `/kansli/register?saknar=${role}`,
      })),
    ]
  },
  waiting: waitingForPeople,
  personalData: async (db, personId) => ({ promises: await readPersonalPromises(db, personId) }),
  jobs: [
    {
      name: 'remind-of-renewal',
      schedule: '0 7 * * 1-5',
      run: async ({ db, config, today }) => {
        await remindUnanswered({ db, baseUrl: config.baseUrl, today }, null, 'due')
      },
    },
  ],
}
