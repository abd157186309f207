import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { catalogueBusiness } from './business.ts'
import { forgetPerson, readOwnFiguresOfPerson } from './people-queries.ts'
import { routes } from './routes.tsx'

/** The catalogue as the secretariat keeps it, and the key figures that members keep of their own. */
export const catalogue: Domain<Database> = {
  name: 'catalogue',
  routes,
  menu: [],
  business: catalogueBusiness,
  personalData: async (db, personId) => ({ ownKeyFigures: await readOwnFiguresOfPerson(db, personId) }),
  erase: forgetPerson,
}
