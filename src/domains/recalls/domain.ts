import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { tellJob } from './desk-routes.tsx'
import { eraseFollower, forgetUnconfirmed, readPersonalFollows } from './follow-queries.ts'
import { findSetting, listFollowersToTell } from './notice-queries.ts'
import { recallPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { dueUntil } from './rules/due.ts'
import { tellFollowers } from './tell.ts'
import { textsOf } from './texts.ts'

/** Whoever saved, cited, embedded or follows a value is told when it is corrected. */
export const recalls: Domain<Database> = {
  name: 'recalls',
  routes,
  menu: [],
  desk: async ({ db, locale: l, now }) => {
    const count = (await listFollowersToTell(db, now)).length
    return count > 0 ? [{ count, text: textsOf(l).desk.waiting(count), href: recallPaths.desk }] : []
  },
  personalData: async (db, personId) => ({ followedCorrections: await readPersonalFollows(db, personId) }),
  erase: eraseFollower,
  jobs: [
    {
      name: tellJob,
      schedule: '*/10 * * * *',
      run: async ({ db, config, secrets, now }) => {
        const setting = await findSetting(db)
        const until = Math.max(dueUntil(now, setting).getTime(), setting.releasedUntil?.getTime() ?? 0)
        await tellFollowers({ db, baseUrl: config.baseUrl, secrets }, new Date(until))
      },
    },
    {
      name: 'forget-unconfirmed-follows',
      schedule: '40 3 * * *',
      run: async ({ db }) => {
        await act(db, null, 'forget unconfirmed follows', forgetUnconfirmed)
      },
    },
  ],
}
