import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { calendarDaysBack, calendarType } from '../calendar.ts'
import { listPublicEvents } from '../queries.ts'
import { closedBecause } from '../rules/registration.ts'
import { ownCalendar } from './invitation.ts'
import { MinePage } from './pages/mine.tsx'
import { participationsOf } from './participations.ts'
import { registrationPaths } from './paths.ts'
import { feedTokenOf, findFeedOwner, renewFeedToken } from './person-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** What somebody has registered for, on the page and in the calendar. */
export const mineRoutes = new Hono<AppEnv<Database>>()

const uses = only('own-pages.use')

mineRoutes.get(registrationPaths.mine, uses, async (c) => {
  const { db, actor, locale: l, today, config } = c.var
  const { title, lead } = textsOf(l).mine
  const personId = actor?.personId ?? 0
  const token = await feedTokenOf(db, personId)
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MinePage
      l={l}
      personId={personId}
      participations={await participationsOf(db, personId, today)}
      feed={config.baseUrl + registrationPaths.feed(`${token}.ics`)}
      done={c.req.query('klart')}
    />,
  )
})

mineRoutes.post(registrationPaths.renewFeed, uses, async (c) => {
  const { db, actor } = c.var
  if (actor)
    await act(db, actor, 'renew the address of a calendar', (trx) => renewFeedToken(trx, actor.personId))
  return redirect(c, registrationPaths.mine, 'bytt')
})

mineRoutes.get(registrationPaths.feed(':file{[\\w-]{20,64}\\.ics}'), open(), async (c: C) => {
  const { db, today, now, config } = c.var
  const owner = await findFeedOwner(db, (c.req.param('file') ?? '').replace(/\.ics$/, ''))
  if (!owner) throw new Problem(404, textsOf(c.var.locale).own.notFound)
  const own = (await participationsOf(db, owner.personId, addDays(today, -calendarDaysBack))).filter(
    ({ participant }) => participant.personId === owner.personId,
  )
  const registered = new Set(own.map(({ event }) => event.id))
  const wanted = c.req.query('sista-dag') === 'ja'
  const coming = wanted ? await listPublicEvents(db, { from: today, limit: 1000 }) : []
  const deadlines = coming.filter(
    (event) =>
      !registered.has(event.id) && (event.registration === 'elsewhere' || !closedBecause(event, now)),
  )
  keepSecret(c)
  return c.body(ownCalendar(own, deadlines, localeOf(owner.language), config), 200, {
    'content-type': calendarType,
    'content-disposition': 'inline; filename="mina-evenemang.ics"',
  })
})
