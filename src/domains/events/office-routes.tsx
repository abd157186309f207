import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { cancelEvent, changeEvent, publishEvent, writeEvent } from './actions.ts'
import { cancelForm, eventForm, eventFrom, newEvent, typedEvent } from './forms.ts'
import { EventFormPage } from './pages/event-form.tsx'
import { OfficePage } from './pages/office.tsx'
import { eventPaths } from './paths.ts'
import { type Event, findEvent, listAllEvents } from './queries.ts'
import { findPractical, listQuotas } from './registration/event-queries.ts'
import { listSeries } from './series/queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** How the secretariat writes, publishes and cancels events. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const most = 500
const id = ':event{[0-9]{1,9}}'
const writes = only('events.edit')

officeRoutes.get(eventPaths.office, writes, async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).office
  const events = await listAllEvents(db, most)
  const quotas = await listQuotas(
    db,
    events.filter(({ registration }) => registration === 'here').map(({ id }) => id),
  )
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficePage l={l} events={events} quotas={quotas} done={c.req.query('klart')} />,
  )
})

officeRoutes.get(eventPaths.begin, writes, (c) => show(c, undefined, { typed: newEvent, errors: {} }, 200))

officeRoutes.post(eventPaths.begin, writes, once, async (c) => {
  const { db, actor, now, config } = c.var
  const form = await readForm(c, eventForm)
  const read = form.ok ? eventFrom(form.values, await listSeries(db)) : null
  if (!read || !actor || Object.keys(read.errors).length > 0) {
    return show(
      c,
      undefined,
      { typed: form.typed, errors: form.ok ? (read?.errors ?? {}) : form.errors },
      422,
    )
  }
  const written = await writeEvent({ db, actor, now, site: config }, read.written, config.mode === 'demo')
  return redirect(c, eventPaths.edit(written), 'sparat')
})

officeRoutes.get(eventPaths.edit(id), writes, async (c) => {
  const event = await eventIn(c)
  const typed = typedEvent(event, await findPractical(c.var.db, event.id))
  return show(c, event, { typed, errors: {} }, 200)
})

officeRoutes.post(eventPaths.edit(id), writes, async (c) => {
  const { db, actor, now, config } = c.var
  const event = await eventIn(c)
  const form = await readForm(c, eventForm)
  const read = form.ok ? eventFrom(form.values, await listSeries(db)) : null
  if (!read || !actor || Object.keys(read.errors).length > 0) {
    return show(c, event, { typed: form.typed, errors: form.ok ? (read?.errors ?? {}) : form.errors }, 422)
  }
  const unchanged = await changeEvent({ db, actor, now, site: config }, event.id, read.written)
  if (unchanged !== null && unchanged !== 'gone')
    return show(c, event, { typed: form.typed, errors: { [fieldOf[unchanged]]: unchanged } }, 422)
  return redirect(c, eventPaths.edit(event.id), unchanged ? undefined : 'sparat')
})

officeRoutes.post(eventPaths.publish(id), writes, async (c) => {
  const { db, actor, now, config } = c.var
  const event = await eventIn(c)
  await publishEvent({ db, actor, now, site: config }, event.id)
  return redirect(c, eventPaths.edit(event.id), 'publicerat')
})

officeRoutes.post(eventPaths.cancel(id), writes, async (c) => {
  const { db, actor, now, config } = c.var
  const event = await eventIn(c)
  const form = await readForm(c, cancelForm)
  if (!form.ok || !actor) {
    const typed = { ...typedEvent(event, await findPractical(db, event.id)), ...form.typed }
    return show(c, event, { typed, errors: form.ok ? {} : form.errors }, 422)
  }
  const cancelled = await cancelEvent({ db, actor, now, site: config }, event.id, form.values.skal)
  return redirect(c, eventPaths.office, cancelled ? 'installt' : undefined)
})

/** Where it shows why an event could not be changed. */
const fieldOf = {
  'too-few-places': 'platser',
  'too-few-online': 'digitala-platser',
  'has-participants': 'form',
}

async function eventIn(c: C): Promise<Event> {
  const event = await findEvent(c.var.db, Number(c.req.param('event')))
  if (!event) throw new Problem(404, textsOf(c.var.locale).event.notFound)
  return event
}

async function show(
  c: C,
  event: Event | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const t = textsOf(l).form
  return page(
    c,
    { title: event ? t.editTitle : t.newTitle, description: t.lead, noIndex: true },
    <EventFormPage l={l} event={event} series={await listSeries(db)} done={c.req.query('klart')} {...form} />,
    status,
  )
}
