import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { type Event, findEvent } from '../queries.ts'
import { textsOf as eventTexts } from '../texts.ts'
import { cancelParticipant, givePlace } from './change.ts'
import { findQuotas, listQuestions } from './event-queries.ts'
import { addForm, type Errors, waysOf } from './forms.ts'
import { invoiceBookings } from './invoice.ts'
import { listInvoiceNumbers, listToInvoice } from './invoice-queries.ts'
import { ParticipantsPage } from './pages/participants.tsx'
import { findParticipant, listAnswers, listParticipants } from './participant-queries.ts'
import { participantTable } from './participant-table.ts'
import { registrationPaths } from './paths.ts'
import { listOrganisationsOf } from './person-queries.ts'
import { register } from './register.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The secretariat's list of who comes to an event, and what is done there. */
export const participantRoutes = new Hono<AppEnv<Database>>()

const id = ':event{[0-9]{1,9}}'
const edits = only('events.edit')

participantRoutes.get(registrationPaths.participants(id), edits, async (c) =>
  show(c, await eventOf(c), { typed: {}, errors: {} }, 200),
)

participantRoutes.get(registrationPaths.table(id, ':file{anmalda\\.(csv|xlsx)}'), edits, async (c) => {
  const event = await eventOf(c)
  const { db, locale: l, today } = c.var
  const [participants, questions] = await Promise.all([
    listParticipants(db, event.id),
    listQuestions(db, event.id),
  ])
  const answers = await listAnswers(
    db,
    participants.map((one) => one.id),
  )
  const about = { l, title: titleOf(event, l), today, eventId: event.id }
  return privateTable(participantTable(participants, questions, answers, about), c.req.param('file') ?? '')
})

participantRoutes.post(registrationPaths.add(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor, now, locale: l, config } = c.var
  const form = await readForm(c, addForm)
  if (!form.ok || !actor)
    return show(c, event, { typed: form.typed, errors: form.ok ? {} : form.errors }, 422)
  const { namn: name, epost: email, kod, organisationsnamn, deltar: attends } = form.values
  const refuse = (errors: Errors, status: 409 | 422) => show(c, event, { typed: form.typed, errors }, status)
  if (!waysOf(event).includes(attends)) return refuse({ deltar: 'attends-missing' }, 422)
  const [organisation] = kod ? await listOrganisationsOf(db, [kod]) : []
  if (kod && !organisation?.billable) return refuse({ kod: 'code-wrong' }, 422)
  const result = await register(
    { db, actor, now, site: config },
    {
      eventId: event.id,
      organisationCode: organisation?.code ?? null,
      organisationName: organisationsnamn,
      madeBy: { personId: null, name, email },
      reference: '',
      language: l.language,
      participants: [{ personId: null, name, email, attends, shownToNetwork: false, answers: new Map() }],
    },
    { byOffice: true },
  )
  if (!result.done) return refuse({ epost: result.reason }, 409)
  return redirect(c, registrationPaths.participants(event.id), 'tillagd')
})

participantRoutes.post(registrationPaths.givePlace(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor, now, config } = c.var
  const participant = await chosen(c, event)
  const given = participant && (await givePlace({ db, actor, now, site: config }, participant.id))
  return redirect(c, registrationPaths.participants(event.id), given ? 'plats' : 'inget')
})

participantRoutes.post(registrationPaths.cancelFor(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor, now, config } = c.var
  const form = typedIn(await c.req.formData().catch(() => new FormData()))
  const participant = await participantIn(c, event, textIn(form, 'deltagare'))
  const how = { byOffice: true, forFree: textIn(form, 'utan-kostnad') !== '' }
  const cancelled =
    participant && (await cancelParticipant({ db, actor, now, site: config }, { id: participant.id }, how))
  return redirect(c, registrationPaths.participants(event.id), cancelled ? 'avbokad' : 'inget')
})

participantRoutes.post(registrationPaths.invoice(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor, now, config } = c.var
  const result = await invoiceBookings({ db, actor, now, site: config }, event.id)
  const notices = { done: 'fakturerat', nothing: 'inget', 'no-settings': 'utan-installningar' }
  return redirect(c, registrationPaths.participants(event.id), notices[result])
})

async function chosen(c: C, event: Event) {
  const form = typedIn(await c.req.formData().catch(() => new FormData()))
  return participantIn(c, event, textIn(form, 'deltagare'))
}

async function participantIn(c: C, event: Event, typed: string) {
  const participant = /^\d{1,9}$/.test(typed)
    ? await findParticipant(c.var.db, { id: Number(typed) })
    : undefined
  return participant?.eventId === event.id ? participant : undefined
}

async function eventOf(c: C): Promise<Event> {
  const event = await findEvent(c.var.db, Number(c.req.param('event')))
  if (!event) throw new Problem(404, eventTexts(c.var.locale).event.notFound)
  return event
}

const titleOf = (event: Event, l: C['var']['locale']) => toldIn(event.texts, l)?.text.title ?? ''

async function show(
  c: C,
  event: Event,
  form: { typed: Typed; errors: Errors },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { db, locale: l, now } = c.var
  const [participants, questions, quotas, toInvoice, invoices] = await Promise.all([
    listParticipants(db, event.id),
    listQuestions(db, event.id),
    findQuotas(db, event.id),
    listToInvoice(db, event.id),
    listInvoiceNumbers(db, event.id),
  ])
  const answers = await listAnswers(
    db,
    participants.map((one) => one.id),
  )
  const t = textsOf(l).office
  return page(
    c,
    { title: t.title, description: t.lead(titleOf(event, l)), noIndex: true },
    <ParticipantsPage
      l={l}
      event={event}
      participants={participants}
      questions={questions}
      answers={answers}
      quotas={quotas}
      toInvoice={toInvoice}
      invoices={invoices}
      now={now}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
