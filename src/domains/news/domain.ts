import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { happenedInNews } from './happened.ts'
import { listRoutes } from './list-routes.tsx'
import { announceIssues } from './magazine/issue-queries.ts'
import { newsPaths } from './paths.ts'
import { forgetPerson, readPersonal } from './personal-queries.ts'
import { tellProposers } from './proposals/proposal-actions.ts'
import { countWaiting, forgetProposals } from './proposals/proposal-queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'
import { announceNews } from './write-queries.ts'

/** So long a declined proposal is kept. */
const keptMs = 365 * 86_400_000

/** What happens in the network, written by the secretariat and proposed by members, and the members' magazine. */
export const news: Domain<Database> = {
  name: 'news',
  routes,
  translated: ['fi'],
  translatedRoutes: listRoutes,
  menu: [{ href: newsPaths.list, label: { sv: 'Nyheter', en: 'News', fi: 'Uutiset' } }],
  desk: async ({ db, locale: l }) => {
    const count = await countWaiting(db)
    return count > 0 ? [{ count, text: textsOf(l).proposals.desk(count), href: newsPaths.proposals }] : []
  },
  happened: happenedInNews,
  personalData: readPersonal,
  erase: forgetPerson,
  jobs: [
    {
      name: 'announce-news',
      schedule: '* * * * *',
      run: async ({ db, config, now }) => {
        await announceNews(db, now)
        await announceIssues(db, now)
        await tellProposers(db, config.baseUrl, now)
      },
    },
    {
      name: 'forget-news-proposals',
      schedule: '55 3 * * *',
      run: ({ db, now }) =>
        act(db, null, 'forget declined proposals', (trx) =>
          forgetProposals(trx, new Date(now.getTime() - keptMs)),
        ),
    },
  ],
}
