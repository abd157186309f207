import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { happenedInNews } from './happened.ts'
import { newsPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { announceNews, forgetWriter, readNewsOfPerson } from './write-queries.ts'

/** What happens in the network, written by the secretariat. */
export const news: Domain<Database> = {
  name: 'news',
  routes,
  menu: [{ href: newsPaths.list, label: { sv: 'Nyheter', en: 'News' } }],
  happened: happenedInNews,
  personalData: async (db, personId) => ({ news: await readNewsOfPerson(db, personId) }),
  erase: (trx, personId) => forgetWriter(trx, personId),
  jobs: [{ name: 'announce-news', schedule: '* * * * *', run: ({ db, now }) => announceNews(db, now) }],
}
