import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { eraseDeclined, listDeclined } from './decline-queries.ts'
import { listDueLetters } from './letter-queries.ts'
import { letterPaths } from './paths.ts'
import { countForDesk } from './progress-queries.ts'
import { routes } from './routes.tsx'
import { queueLetter } from './send.ts'
import { textsOf } from './texts.ts'

/** The secretariat's letters to members, and everybody's right to decline them. */
export const letters: Domain<Database> = {
  name: 'letters',
  routes,
  menu: [],
  desk: async ({ db, locale: l }) => {
    const t = textsOf(l).desk
    const { scheduled, doubt, refused } = await countForDesk(db)
    return [
      { count: scheduled, text: t.scheduled(scheduled), href: letterPaths.list },
      { count: doubt, text: t.doubt(doubt), href: letterPaths.list },
      { count: refused, text: t.refused(refused), href: '/kansli/personer?adress=fel' },
    ].filter(({ count }) => count > 0)
  },
  personalData: async (db, personId) => ({ declinedLetters: await listDeclined(db, personId) }),
  erase: eraseDeclined,
  jobs: [
    {
      name: 'queue-due-letters',
      schedule: '* * * * *',
      run: async ({ db, config, secrets, now, today }) => {
        for (const id of await listDueLetters(db, now)) {
          await queueLetter({ db, baseUrl: config.baseUrl, secrets, today }, null, id)
        }
      },
    },
  ],
}
