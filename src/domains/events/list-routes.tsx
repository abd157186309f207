import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { around } from './around.tsx'
import type { C } from './asking.ts'
import { calendarDaysBack, calendarOf, calendarType } from './calendar.ts'
import { EventPage } from './pages/event.tsx'
import { ListPage } from './pages/list.tsx'
import { eventPaths } from './paths.ts'
import { agendasOf } from './programme/agenda.ts'
import { listSessions } from './programme/queries.ts'
import { type Event, listNetworkEvents, listPublicEvents } from './queries.ts'
import { shownEvent } from './reader.ts'
import { findQuotas } from './registration/event-queries.ts'
import { RegistrationBox, type RegistrationBoxProps } from './registration/pages/box.tsx'
import { listParticipationsOf } from './registration/participant-queries.ts'
import { structuredEvent } from './structured.ts'
import { textsOf } from './texts.ts'

/** Events as everyone reads them; those of the network see the board's meetings too. */
export const listRoutes = new Hono<AppEnv<Database>>()

const mostShown = 200

listRoutes.get(eventPaths.list, open(), async (c) => {
  const { locale: l, db, actor, today, config } = c.var
  const list = can(actor, 'network.use') ? listNetworkEvents : listPublicEvents
  const [coming, past] = await Promise.all([
    list(db, { from: today, limit: mostShown }),
    list(db, { to: addDays(today, -1), limit: mostShown }),
  ])
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, feeds: [feedOf(c)] },
    <ListPage
      l={l}
      coming={coming}
      past={past.filter((event) => !coming.some(({ id }) => id === event.id)).reverse()}
      calendar={config.baseUrl + l.href(eventPaths.calendar)}
      mayEdit={can(actor, 'events.edit')}
    />,
  )
})

listRoutes.get(eventPaths.calendar, open(), async (c) => {
  const { db, today } = c.var
  const events = await listPublicEvents(db, { from: addDays(today, -calendarDaysBack), limit: 1000 })
  return answerCalendar(c, events, 'evenemang.ics', c.req.query('sista-dag') === 'ja')
})

listRoutes.get('/evenemang/:file{[0-9]+\\.ics}', open(), async (c) => {
  const event = await shownEvent(c, Number.parseInt(c.req.param('file'), 10))
  return answerCalendar(c, [event], `evenemang-${event.id}.ics`)
})

listRoutes.get(eventPaths.event(':event{[0-9]{1,9}}'), open(), async (c) => {
  const { locale: l, today, actor, config } = c.var
  const event = await shownEvent(c, Number(c.req.param('event')))
  const [told, more] = [toldIn(event.texts, l), await around(c, event)]
  const registration = await registrationOf(c, event)
  return page(
    c,
    {
      title: told?.text.title ?? '',
      description: told?.text.summary ?? '',
      noIndex: event.publishedAt === null || event.openTo === 'board',
      feeds: [feedOf(c)],
    },
    <EventPage
      l={l}
      event={event}
      today={today}
      mayEdit={can(actor, 'events.edit')}
      data={{ ...structuredEvent(event, { l, baseUrl: config.baseUrl }), ...more.data }}
      programme={more.programme}
      afterwards={more.afterwards}
      registration={registration && <RegistrationBox {...registration} />}
    />,
  )
})

/** What the page says of registration; it is never kept, for places go while it is read. */
async function registrationOf(c: C, event: Event): Promise<RegistrationBoxProps | null> {
  const { db, actor, locale: l, now, today } = c.var
  if (event.registration !== 'here' || !event.publishedAt || event.cancelledAt) return null
  c.header('cache-control', 'no-store')
  const own = actor ? await listParticipationsOf(db, actor.personId, today) : []
  const mine = own.find(
    ({ eventId, personId, state }) =>
      eventId === event.id && personId === actor?.personId && state !== 'cancelled',
  )
  const quotas = await findQuotas(db, event.id)
  return { l, event, quotas, now, mine: mine?.code, loggedIn: actor !== null }
}

async function answerCalendar(c: C, events: Event[], name: string, deadlines = false): Promise<Response> {
  const { locale: l, config, db } = c.var
  const sessions = await listSessions(
    db,
    events.map(({ id }) => id),
  )
  const agendas = agendasOf(sessions, l)
  return c.body(calendarOf(events, { l, baseUrl: config.baseUrl, agendas, deadlines }), 200, {
    'content-type': calendarType,
    'content-disposition': `inline; filename="${name}"`,
    'access-control-allow-origin': '*',
  })
}

function feedOf(c: C) {
  const l = c.var.locale
  return { href: l.href(eventPaths.calendar), type: 'text/calendar', title: textsOf(l).calendar.name }
}
