import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Limit, mayTry, open } from '#domains/accounts/index.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, readForm, type Typed, typedIn } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import type { Event } from '../queries.ts'
import { closedBecause } from '../rules/registration.ts'
import { listQuestions } from './event-queries.ts'
import { detailsFrom, type Errors, emailForm, guestForm } from './forms.ts'
import { knownEvent } from './known-event.ts'
import { guestMail } from './mails.ts'
import { GuestAskedPage, NotPossiblePage } from './pages/guest.tsx'
import { registrationPaths } from './paths.ts'
import { register } from './register.ts'
import { notPossible, waysIn } from './register-routes.tsx'
import { showDetails } from './show-details.tsx'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** How somebody without an account registers: first the address is proved by a mail, then the form opens. */
export const guestRoutes = new Hono<AppEnv<Database>>()

const id = ':event{[0-9]{1,9}}'
const linkHours = 24
const perAddress: Limit = { name: 'event-guest-address', times: 5, seconds: 60 * 60 }
const perPlace: Limit = { name: 'event-guest-place', times: 30, seconds: 60 * 60 }

guestRoutes.post(registrationPaths.guest(id), open(), async (c) => {
  const event = await knownEvent(c)
  const { db, locale: l, now, secrets, config } = c.var
  if (!event.guestsAllowed || closedBecause(event, now))
    return notPossible(c, event, textsOf(l).register.closed)
  const form = await readForm(c, emailForm)
  if (!form.ok) return waysIn(c, event, form, 422)
  const email = form.values.epost
  const [once, here] = await Promise.all([
    mayTry(db, perAddress, email),
    mayTry(db, perPlace, clientAddress(c)),
  ])
  if (!once || !here) return waysIn(c, event, { typed: form.typed, errors: { epost: 'too-often' } }, 429)
  const until = now.getTime() + linkHours * 60 * 60 * 1000
  const token = secrets.sign('event-guest', { event: event.id, email, until })
  const href = config.baseUrl + l.href(registrationPaths.asGuest(event.id, token))
  await act(db, null, 'ask a guest to go on', (trx) =>
    guestMail(trx, { event, email, href, hours: linkHours, l }),
  )
  const title = textsOf(l).guest.sentTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <GuestAskedPage l={l} event={event} email={email} hours={linkHours} demo={config.mode === 'demo'} />,
  )
})

guestRoutes.get(registrationPaths.asGuest(id, ':token'), open(), async (c) => {
  const event = await knownEvent(c)
  const email = guestIn(c, event)
  keepSecret(c)
  if (email === undefined) return usedUp(c, event)
  if (closedBecause(event, c.var.now)) return notPossible(c, event, textsOf(c.var.locale).register.closed)
  return details(c, event, email, { typed: {}, errors: {} }, 200)
})

guestRoutes.post(registrationPaths.asGuest(id, ':token'), open(), async (c) => {
  const event = await knownEvent(c)
  const { db, locale: l, now, config } = c.var
  const email = guestIn(c, event)
  keepSecret(c)
  if (email === undefined) return usedUp(c, event)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const form = checkForm(typed, guestForm)
  const questions = await listQuestions(db, event.id)
  const read = detailsFrom(typed, 0, { event, questions })
  const errors = { ...(form.ok ? {} : form.errors), ...read.errors }
  if (!form.ok || Object.keys(errors).length > 0) return details(c, event, email, { typed, errors }, 422)
  const name = form.values.namn
  const result = await register(
    { db, actor: null, now, site: config },
    {
      eventId: event.id,
      organisationCode: null,
      organisationName: form.values.organisationsnamn,
      madeBy: { personId: null, name, email },
      reference: '',
      language: l.language,
      participants: [{ personId: null, name, email, ...read.details }],
    },
  )
  if (!result.done) return details(c, event, email, { typed, errors: { namn: result.reason } }, 409)
  const [guest] = result.participants
  return redirect(c, registrationPaths.own(guest?.code ?? ''), guest?.state === 'placed' ? 'anmald' : 'ko')
})

/** The address that a link proves, while it works and the event still takes guests. */
function guestIn(c: C, event: Event): string | undefined {
  const signed = c.var.secrets.verify('event-guest', c.req.param('token') ?? '')
  if (!signed || !event.guestsAllowed) return undefined
  const { event: eventId, email, until } = signed
  const good = eventId === event.id && typeof until === 'number' && until > c.var.now.getTime()
  return good && typeof email === 'string' ? email : undefined
}

function usedUp(c: C, event: Event): Response {
  const { locale: l } = c.var
  const { usedTitle, used } = textsOf(l).guest
  return page(
    c,
    { title: usedTitle, description: used, noIndex: true },
    <NotPossiblePage l={l} event={event} title={usedTitle} text={used} />,
    404,
  )
}

function details(
  c: C,
  event: Event,
  email: string,
  form: { typed: Typed; errors: Errors },
  status: 200 | 409 | 422,
): Promise<Response> {
  const action = c.var.locale.href(registrationPaths.asGuest(event.id, c.req.param('token') ?? ''))
  const people = [{ personId: null, name: '', email }]
  const guest = { action, people, guest: true, delegation: false, organisations: [] }
  return showDetails(c, event, { ...guest, ...form }, status)
}
