import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { localOf } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn, titleOf } from '../asking.ts'
import type { Event } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { sessionForm, sessionFrom, typedSession } from './forms.ts'
import { ProgrammePage } from './pages/programme.tsx'
import { SessionPage } from './pages/session-form.tsx'
import { programmePaths } from './paths.ts'
import { listSessions, listSpeakers, type Session } from './queries.ts'
import { programmeTexts } from './texts.ts'
import { deleteSession, insertSession, updateSession } from './write-queries.ts'

const sessionParameter = ':session{[0-9]{1,9}}'
const writes = only('events.edit')

/** How the secretariat lays out the programme of an event. */
export const programmeRoutes = new Hono<AppEnv<Database>>()

programmeRoutes.get(programmePaths.office(eventParameter), writes, async (c) => {
  const { locale: l, db } = c.var
  const event = await eventOf(c)
  const [sessions, speakers] = await Promise.all([listSessions(db, [event.id]), listSpeakers(db, event.id)])
  const t = programmeTexts(l).office
  return page(
    c,
    { title: t.title, description: t.lead(titleOf(event, l)), noIndex: true },
    <ProgrammePage l={l} event={event} sessions={sessions} speakers={speakers} done={c.req.query('klart')} />,
  )
})

programmeRoutes.get(programmePaths.newSession(eventParameter), writes, async (c) => {
  const event = await eventOf(c)
  return show(c, event, undefined, { typed: { dag: localOf(event.startsAt).day }, errors: {} }, 200)
})

programmeRoutes.post(programmePaths.newSession(eventParameter), writes, async (c) =>
  save(c, await eventOf(c), undefined),
)

programmeRoutes.get(programmePaths.session(eventParameter, sessionParameter), writes, async (c) => {
  const event = await eventOf(c)
  const session = await sessionOf(c, event)
  return show(c, event, session, { typed: typedSession(session), errors: {} }, 200)
})

programmeRoutes.post(programmePaths.session(eventParameter, sessionParameter), writes, async (c) => {
  const event = await eventOf(c)
  return save(c, event, await sessionOf(c, event))
})

programmeRoutes.post(programmePaths.removeSession(eventParameter, sessionParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const { id } = await sessionOf(c, event)
  await act(db, actor, 'remove a session', (trx) => deleteSession(trx, event.id, id))
  return redirect(c, programmePaths.office(event.id), 'pass-borttaget')
})

async function save(c: C, event: Event, session: Session | undefined): Promise<Response> {
  const { db, actor } = c.var
  const form = await readForm(c, sessionForm)
  const read = form.ok ? sessionFrom(form.values, event) : undefined
  const errors = form.ok ? (read?.errors ?? {}) : form.errors
  if (!read || Object.keys(errors).length > 0)
    return show(c, event, session, { typed: form.typed, errors }, 422)
  await act(db, actor, session ? 'change a session' : 'add a session', async (trx) => {
    if (session) await updateSession(trx, { eventId: event.id, id: session.id }, read.written)
    else await insertSession(trx, event.id, read.written, event.madeUp)
  })
  return redirect(c, programmePaths.office(event.id), 'pass-sparat')
}

async function sessionOf(c: C, event: Event): Promise<Session> {
  const id = numberIn(c, 'session')
  const session = (await listSessions(c.var.db, [event.id])).find((one) => one.id === id)
  if (!session) throw new Problem(404, textsOf(c.var.locale).event.notFound)
  return session
}

async function show(
  c: C,
  event: Event,
  session: Session | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const l = c.var.locale
  const t = programmeTexts(l).session
  const title = session ? t.title : t.newTitle
  const speakers = await listSpeakers(c.var.db, event.id)
  return page(
    c,
    { title, description: title, noIndex: true },
    <SessionPage l={l} event={event} session={session} speakers={speakers} {...form} />,
    status,
  )
}
