import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { listRoutes } from './list-routes.tsx'
import { happened, waiting } from './my-page.ts'
import { examplePaths } from './paths.ts'
import { forgetComments } from './peers/comment-queries.ts'
import { forgetPerson, readPersonal } from './personal-queries.ts'
import { relatedExamples } from './related.ts'
import { countOpenReports, forgetReports } from './report-queries.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

const day = 86_400_000
/** So long comments are kept after the example was published, and reports after they were dealt with. */
const kept = { comments: 90 * day, reports: 365 * day }

/** What members have done, told so that others can do it too. */
export const goodExamples: Domain<Database> = {
  name: 'good-examples',
  routes,
  translated: ['fi'],
  translatedRoutes: listRoutes,
  menu: [
    { href: examplePaths.list, label: { sv: 'Goda exempel', en: 'Good examples', fi: 'Hyvät esimerkit' } },
  ],
  related: relatedExamples,
  waiting,
  happened,
  desk: async ({ db, locale: l }) => {
    const count = await countOpenReports(db)
    return count > 0 ? [{ count, text: textsOf(l).desk(count), href: `${examplePaths.office}#anmalda` }] : []
  },
  personalData: readPersonal,
  erase: forgetPerson,
  jobs: [
    {
      name: 'forget-comments-on-examples',
      schedule: '50 3 * * *',
      run: ({ db, now }) =>
        act(db, null, 'forget comments on published examples', async (trx) => {
          await forgetComments(trx, new Date(now.getTime() - kept.comments))
          await forgetReports(trx, new Date(now.getTime() - kept.reports))
        }),
    },
  ],
}
