import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, once, only, open } from '#domains/accounts/index.ts'
import { noticeBy, statutesOn } from '#domains/statutes/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { listMeetings } from '../queries.ts'
import { actorOf } from './asked.ts'
import { calendarOf, calendarType } from './calendar.ts'
import { meetingForm, planOf } from './forms.ts'
import type { C } from './meeting-of.ts'
import { DecisionsPage } from './pages/decisions.tsx'
import { ListPage } from './pages/list.tsx'
import { boardPaths } from './paths.ts'
import { findCalendarOwner, findCalendarToken, renewCalendarToken } from './personal-queries.ts'
import { insertMeeting } from './plan-queries.ts'
import { listOpenTasks, listPublicDecisions } from './queries.ts'
import { textsOf } from './texts.ts'

/** The calendar of the board, what is left to do after its decisions, and what it has decided. */
export const listRoutes = new Hono<AppEnv<Database>>()

listRoutes.get(boardPaths.list, only('board.read'), (c) => show(c, {}, 200))

listRoutes.post(boardPaths.meetings, only('board.edit'), once, async (c) => {
  const { db, actor, today } = c.var
  const form = await readForm(c, meetingForm)
  if (!form.ok) return show(c, form, 422)
  const plan = planOf(form.values)
  if ('error' in plan) return show(c, { typed: form.typed, errors: plan.error }, 422)
  if (plan.heldOn < today) return show(c, { typed: form.typed, errors: { heldOn: 'day-passed' } }, 422)
  const id = await act(db, actor, 'board: add a meeting', (trx) => insertMeeting(trx, plan))
  return redirect(c, boardPaths.meeting(id), 'tillagt')
})

listRoutes.get(boardPaths.decisions, open(), async (c) => {
  const { db, locale: l, actor } = c.var
  const [decisions, meetings] = await Promise.all([listPublicDecisions(db), listMeetings(db, 'board')])
  const { title, lead } = textsOf(l).decisions
  return page(
    c,
    { title, description: lead },
    <DecisionsPage
      l={l}
      meetings={meetings.filter(({ state }) => state === 'approved')}
      decisions={decisions}
      inside={can(actor, 'board.read')}
      mayReadMinutes={can(actor, 'minutes.read')}
    />,
  )
})

listRoutes.post(boardPaths.newCalendar, only('board.read'), async (c) => {
  const { personId } = actorOf(c)
  await act(c.var.db, c.var.actor, 'board: make a calendar address', (trx) =>
    renewCalendarToken(trx, personId),
  )
  return redirect(c, `${boardPaths.list}#kalender`, 'kalender')
})

listRoutes.get(boardPaths.calendar(':token{[\\w-]{20,64}}'), open(), async (c) => {
  const { db, today, config, locale } = c.var
  const owner = await findCalendarOwner(db, c.req.param('token'), today)
  if (!owner) throw new Problem(404, textsOf(locale).noCalendar)
  keepSecret(c)
  const since = addDays(today, -365)
  const meetings = (await listMeetings(db, 'board')).filter(({ heldOn }) => heldOn >= since)
  return c.body(calendarOf(meetings, localeOf(owner.language), config.baseUrl), 200, {
    'content-type': calendarType,
  })
})

async function show(
  c: C,
  form: { typed?: Typed; errors?: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, today, actor, config } = c.var
  const [meetings, tasks, { rules }, token] = await Promise.all([
    listMeetings(db, 'board'),
    listOpenTasks(db),
    statutesOn(db, today),
    findCalendarToken(db, actor?.personId ?? 0),
  ])
  const over = ['closed', 'approved', 'cancelled']
  const t = textsOf(l)
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <ListPage
      l={l}
      today={today}
      coming={meetings.filter(({ state }) => !over.includes(state)).toReversed()}
      past={meetings.filter(({ state }) => over.includes(state))}
      noticeOf={(heldOn) => noticeBy(rules, 'board', heldOn)}
      tasks={tasks}
      calendar={token && config.baseUrl + boardPaths.calendar(token)}
      mayEdit={can(actor, 'board.edit')}
      reader={actor?.personId ?? 0}
      typed={form.typed ?? {}}
      errors={form.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}
