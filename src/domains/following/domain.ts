import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { sendDigests } from './digest.ts'
import { eraseFollowing, listFollowed, readPersonalFollowing } from './queries.ts'
import { routes } from './routes.tsx'

/** Which organisations and key figures somebody wants to hear of, on the own page and by mail. */
export const following: Domain<Database> = {
  name: 'following',
  routes,
  menu: [],
  follows: async ({ db, today }, personId) => {
    const followed = await listFollowed(db, personId, today)
    return {
      organisationCodes: followed.flatMap(({ code }) => code ?? []),
      figureIds: followed.flatMap(({ figureId }) => figureId ?? []),
    }
  },
  personalData: async (db, personId) => ({ following: await readPersonalFollowing(db, personId) }),
  erase: eraseFollowing,
  jobs: [{ name: 'tell-of-what-is-followed', schedule: '*/10 * * * *', run: sendDigests }],
}
