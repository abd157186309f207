import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { forgetSendings } from '#platform/once/queries.ts'
import { erasePerson, readPersonalData } from './my-data-queries.ts'
import { forgetOld, listUnusedAccounts } from './retention-queries.ts'
import { routes } from './routes.tsx'

/** Who somebody is, how they log in, what they may do, and what was done. */
export const accounts: Domain<Database> = {
  name: 'accounts',
  routes,
  menu: [],
  personalData: readPersonalData,
  erase: erasePerson,
  jobs: [
    {
      name: 'forget-old',
      schedule: '30 3 * * *',
      run: async ({ db, gathered, today }) => {
        await forgetOld(db)
        await forgetSendings(db)
        for (const personId of await listUnusedAccounts(db)) {
          await act(db, null, 'erase an unused account', (trx) => gathered.erase(trx, personId, today))
        }
      },
    },
  ],
}
