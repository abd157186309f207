import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { type Limit, mayTry, open } from '#domains/accounts/index.ts'
import { vatOnOrders } from '#domains/fees/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, line, type Typed, typedIn } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { forParticipant } from '../around.tsx'
import { calendarType } from '../calendar.ts'
import { findEvent } from '../queries.ts'
import { cancelParticipant, cancelsFree, changeParticipant, forgetGuestOf, isAhead } from './change.ts'
import { findPractical, findQuotas, listQuestions } from './event-queries.ts'
import { detailsFrom, type Errors } from './forms.ts'
import { invitation } from './invitation.ts'
import { ForgetPage, ForgottenPage } from './pages/forget.tsx'
import { CancelPage, ChangePage, OwnPage, type OwnPageProps } from './pages/own.tsx'
import { findParticipant, listAnswers } from './participant-queries.ts'
import { registrationPaths } from './paths.ts'
import { guestYears } from './person-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** A participant's own pages, which the code in the mail opens: see, change, cancel. */
export const ownRoutes = new Hono<AppEnv<Database>>()

const code = ':code{[\\w-]{20,64}}'
const changes: Limit = { name: 'event-change', times: 20, seconds: 60 * 60 }
const changeForm = z.object({ namn: line('name-missing', 120) })

ownRoutes.get(registrationPaths.own(code), open(), async (c) => {
  const own = await ownOf(c)
  const title = textsOf(own.l).own.title[own.participant.state]
  const extras = await forParticipant(c, own.event, own.participant)
  return page(c, { title, description: title, noIndex: true }, <OwnPage {...own} extras={extras} />)
})

ownRoutes.get(registrationPaths.ownCalendar(code), open(), async (c) => {
  const { l, ...own } = await ownOf(c)
  const { content, name } = invitation(own, l, c.var.config)
  return c.body(content.toString(), 200, {
    'content-type': calendarType,
    'content-disposition': `attachment; filename="${name}"`,
  })
})

ownRoutes.get(registrationPaths.change(code), open(), async (c) => {
  const own = await ownOf(c)
  if (!isAhead(own, c.var.now)) return redirect(c, registrationPaths.own(own.participant.code))
  const { participant, answers } = own
  const typed: Typed = {
    namn: participant.name,
    'deltar-0': participant.attends,
    ...(participant.shownToNetwork ? { 'visa-0': '1' } : {}),
    ...Object.fromEntries([...answers].map(([id, answer]) => [`svar-0-${id}`, answer])),
  }
  return showChange(c, own, { typed, errors: {} }, 200)
})

ownRoutes.post(registrationPaths.change(code), open(), async (c) => {
  const { db, actor, now, config } = c.var
  const own = await ownOf(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const form = checkForm(typed, changeForm)
  const read = detailsFrom(typed, 0, own)
  const errors = { ...(form.ok ? {} : form.errors), ...read.errors }
  if (!form.ok || Object.keys(errors).length > 0) return showChange(c, own, { typed, errors }, 422)
  if (!(await mayTry(db, changes, own.participant.code)))
    return showChange(c, own, { typed, errors: { namn: 'too-often' } }, 429)
  const place = { db, actor, now, site: config }
  const change = { name: form.values.namn, ...read.details }
  const result = await changeParticipant(place, own.participant.code, change)
  if (result === 'full') return showChange(c, own, { typed, errors: { 'deltar-0': 'full-there' } }, 409)
  return redirect(c, registrationPaths.own(own.participant.code), result === 'changed' ? 'andrad' : undefined)
})

ownRoutes.get(registrationPaths.cancel(code), open(), async (c) => {
  const own = await ownOf(c)
  if (!isAhead(own, c.var.now)) return redirect(c, registrationPaths.own(own.participant.code))
  const title = textsOf(own.l).own.cancelTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <CancelPage {...own} free={cancelsFree(own.event, own.participant, c.var.today)} />,
  )
})

ownRoutes.post(registrationPaths.cancel(code), open(), async (c) => {
  const { db, actor, now, config } = c.var
  const { participant } = await ownOf(c)
  const cancelled = await cancelParticipant({ db, actor, now, site: config }, { code: participant.code })
  return redirect(c, registrationPaths.own(participant.code), cancelled ? 'avbokad' : undefined)
})

ownRoutes.get(registrationPaths.forget(code), open(), async (c) => {
  const own = await ownOf(c)
  const { event, participant } = own
  if (participant.personId !== null) return redirect(c, registrationPaths.own(participant.code))
  const title = textsOf(own.l).own.forgetTitle
  const cancels = isAhead(own, c.var.now)
  const free = cancelsFree(event, participant, c.var.today)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ForgetPage {...own} cancels={cancels} free={free} keptYears={guestYears} />,
  )
})

ownRoutes.post(registrationPaths.forget(code), open(), async (c) => {
  const { db, actor, now, config } = c.var
  const { l, event, participant } = await ownOf(c)
  const forgotten = await forgetGuestOf({ db, actor, now, site: config }, participant.code)
  if (!forgotten) return redirect(c, registrationPaths.own(participant.code))
  const title = textsOf(l).own.forgotten
  return page(c, { title, description: title, noIndex: true }, <ForgottenPage l={l} event={event} />)
})

async function ownOf(c: C): Promise<OwnPageProps> {
  const { db, locale: l, now } = c.var
  keepSecret(c)
  const participant = await findParticipant(db, { code: c.req.param('code') ?? '' })
  const event = participant && (await findEvent(db, participant.eventId))
  if (!event) throw new Problem(404, textsOf(l).own.notFound)
  const [practical, questions, answers, vat] = await Promise.all([
    findPractical(db, event.id),
    listQuestions(db, event.id),
    listAnswers(db, [participant.id]),
    vatOnOrders(db),
  ])
  return {
    l,
    event,
    participant,
    practical,
    questions,
    answers: answers.get(participant.id) ?? new Map(),
    done: c.req.query('klart'),
    begun: event.startsAt <= now,
    vat,
  }
}

async function showChange(
  c: C,
  own: OwnPageProps,
  form: { typed: Typed; errors: Errors },
  status: 200 | 409 | 422 | 429,
): Promise<Response> {
  const title = textsOf(own.l).own.changeTitle
  const quotas = await findQuotas(c.var.db, own.event.id)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ChangePage {...own} quotas={quotas} {...form} />,
    status,
  )
}
