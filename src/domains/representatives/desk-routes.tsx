import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { DeskPage } from './pages/desk.tsx'
import { MyPage } from './pages/my-page.tsx'
import { representativePaths } from './paths.ts'
import { neededSeats } from './rules.ts'
import { listSeatsOf, listVacantSeats } from './seat-queries.ts'
import { textsOf } from './texts.ts'
import { groupWaiting } from './waiting-groups.ts'

/** The two front pages behind the login: everybody's own, and the secretariat's desk. */
export const deskRoutes = new Hono<AppEnv<Database>>()

/** So far back the own page tells of what has happened. */
const happenedDays = 60

deskRoutes.get(representativePaths.mine, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor, today, now, gathered } = c.var
  if (!actor) return c.notFound()
  const managed = actor.roles
    .map(({ organisationCode }) => organisationCode)
    .filter((organisationCode) => can(actor, 'people.manage', { organisationCode }))
  const followed = await gathered.follows(c.var, actor.personId)
  const since = new Date(now.getTime() - happenedDays * 24 * 60 * 60 * 1000)
  const [waiting, happened, vacant, seats] = await Promise.all([
    gathered.waiting(c.var, actor),
    gathered.happened(c.var, { ...followed, since }),
    listVacantSeats(db, managed, today, neededSeats),
    listSeatsOf(db, actor.personId, today),
  ])
  const { plainTitle, lead } = textsOf(l).mine
  return page(
    c,
    { title: plainTitle, description: lead, noIndex: true },
    <MyPage
      l={l}
      actor={actor}
      waiting={groupWaiting(waiting, today)}
      happened={happened}
      allHappened={c.req.query('visa') === 'allt'}
      vacant={vacant}
      seats={seats}
      done={c.req.query('klart')}
    />,
  )
})

deskRoutes.get(representativePaths.desk, only('desk.use'), async (c) => {
  const { locale, db, actor, today, now, remember, gathered } = c.var
  const items = await gathered.desk({ db, locale, today, now, remember })
  const { title, lead } = textsOf(locale).desk
  return page(
    c,
    { title, description: lead, noIndex: true },
    <DeskPage l={locale} items={items} configures={can(actor, 'login.configure')} />,
  )
})
