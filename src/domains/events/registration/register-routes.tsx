import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { type Limit, loginPaths, mayTry, open } from '#domains/accounts/index.ts'
import { vatOnOrders } from '#domains/fees/index.ts'
import type { Actor, AppEnv } from '#platform/http/context.ts'
import { checkForm, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import type { Event } from '../queries.ts'
import { closedBecause } from '../rules/registration.ts'
import { listQuestions } from './event-queries.ts'
import { type Chosen, chosenFrom, detailsFrom, type Errors, payerForm } from './forms.ts'
import { knownEvent } from './known-event.ts'
import { NotPossiblePage, WaysInPage } from './pages/guest.tsx'
import { PersonsPage } from './pages/persons.tsx'
import { listParticipationsOf } from './participant-queries.ts'
import { registrationPaths } from './paths.ts'
import { register } from './register.ts'
import { showDetails } from './show-details.tsx'
import { textsOf } from './texts.ts'
import { mayTakePart, type Standing, standingOf } from './who.ts'

type C = Context<AppEnv<Database>>
type Status = 200 | 409 | 422 | 429

/** How somebody with an account registers, alone or with a delegation; and how a visitor is led on. */
export const registerRoutes = new Hono<AppEnv<Database>>()

const id = ':event{[0-9]{1,9}}'
const bookings: Limit = { name: 'event-booking', times: 30, seconds: 60 * 60 }

registerRoutes.get(registrationPaths.register(id), open(), async (c) => {
  const event = await knownEvent(c)
  const { actor, locale: l, today, db, now } = c.var
  if (closedBecause(event, now)) return notPossible(c, event, textsOf(l).register.closed)
  if (!actor) return waysIn(c, event, { typed: {}, errors: {} }, 200)
  const refusal = await refusalOf(c, event, actor)
  if (refusal) return refusal
  const standing = await standingOf(db, actor, event, today)
  const typed = { jag: '1', organisation: standing.organisations[0]?.code ?? '' }
  if (standing.colleagues.size > 0) return persons(c, event, actor, standing, { typed, errors: {} }, 200)
  const own = await listParticipationsOf(db, actor.personId, today)
  const mine = own.find(
    ({ eventId, personId, state }) =>
      eventId === event.id && personId === actor.personId && state !== 'cancelled',
  )
  if (mine) return notPossible(c, event, textsOf(l).register.already, registrationPaths.own(mine.code))
  return details(c, event, standing, { people: [meOf(actor)], delegation: false, typed, errors: {} }, 200)
})

registerRoutes.post(registrationPaths.register(id), open(), async (c) => {
  const event = await knownEvent(c)
  const { actor, locale: l, today, db, now, config } = c.var
  if (!actor) {
    const back = encodeURIComponent(registrationPaths.register(event.id))
    return c.redirect(`${l.href(loginPaths.login)}?till=${back}`, 303)
  }
  if (closedBecause(event, now)) return notPossible(c, event, textsOf(l).register.closed)
  const refusal = await refusalOf(c, event, actor)
  if (refusal) return refusal
  const standing = await standingOf(db, actor, event, today)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const step = textIn(typed, 'steg')
  const delegation = standing.colleagues.size > 0
  const payer = standing.organisations.find(({ code }) => code === textIn(typed, 'organisation'))
  const organisation = payer ?? standing.organisations[0]
  const colleagues = [...standing.colleagues.values()].flat()
  const chosen = delegation
    ? chosenFrom(typed, meOf(actor), colleagues)
    : { people: [meOf(actor)], errors: {} }
  const back = (errors: Errors, status: Status) =>
    persons(c, event, actor, standing, { typed, errors }, status)
  if (delegation && (step === 'tillbaka' || Object.keys(chosen.errors).length > 0))
    return back(step === 'tillbaka' ? {} : chosen.errors, step === 'tillbaka' ? 200 : 422)

  const { people } = chosen
  const again = (errors: Errors, status: Status) =>
    details(c, event, standing, { people, delegation, typed, errors }, status)
  if (step !== 'anmal') return again({}, 200)
  const questions = await listQuestions(db, event.id)
  const read = people.map((_, index) => detailsFrom(typed, index, { event, questions }))
  const form = checkForm(typed, payerForm)
  const errors = Object.assign({}, form.ok ? {} : form.errors, ...read.map((one) => one.errors)) as Errors
  if (!form.ok || Object.keys(errors).length > 0) return again(errors, 422)
  if (!(await mayTry(db, bookings, String(actor.personId)))) return again({ 'deltar-0': 'too-often' }, 429)

  const result = await register(
    { db, actor, now, site: config },
    {
      eventId: event.id,
      organisationCode: organisation?.code ?? null,
      organisationName: '',
      madeBy: { ...meOf(actor) },
      reference: form.values.referens,
      language: l.language,
      participants: people.flatMap((one, i) => {
        const details = read[i]?.details
        return details ? [{ ...one, ...details }] : []
      }),
    },
  )
  if (!result.done) {
    const problem = { 'deltar-0': result.reason }
    if (result.reason === 'twice' && delegation) return back({ andra: 'twice' }, 409)
    return again(problem, 409)
  }
  const [first] = result.participants
  if (result.participants.length === 1 && first?.personId === actor.personId)
    return redirect(c, registrationPaths.own(first.code), first.state === 'placed' ? 'anmald' : 'ko')
  return redirect(c, registrationPaths.mine, 'anmalda')
})

/** The form of a visitor's way in, also shown again when the guest's address was wrong. */
export async function waysIn(
  c: C,
  event: Event,
  form: { typed: Typed; errors: Errors },
  status: Status,
): Promise<Response> {
  const { locale: l, db } = c.var
  const back = encodeURIComponent(registrationPaths.register(event.id))
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: textsOf(l).guest.title, description: textsOf(l).guest.title, noIndex: true },
    <WaysInPage
      l={l}
      event={event}
      login={`${l.href(loginPaths.login)}?till=${back}`}
      vat={await vatOnOrders(db)}
      {...form}
    />,
    status,
  )
}

/** Says in one sentence why somebody cannot register. */
export function notPossible(c: C, event: Event, text: string, own?: string): Response {
  const { locale: l } = c.var
  const title = textsOf(l).register.title
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title, description: text, noIndex: true },
    <NotPossiblePage l={l} event={event} title={title} text={text} own={own && l.href(own)} />,
  )
}

async function refusalOf(c: C, event: Event, actor: Actor): Promise<Response | null> {
  const { locale: l, db, today } = c.var
  const t = textsOf(l).register
  if (!mayTakePart(event, actor) || actor.email === null) return notPossible(c, event, t.notForYou)
  const { organisations } = await standingOf(db, actor, event, today)
  return event.priceOre > 0 && organisations.length === 0 ? notPossible(c, event, t.noPayer) : null
}

const meOf = ({ personId, name, email }: Actor): Chosen => ({
  personId,
  name,
  email: (email ?? '').toLowerCase(),
})

function persons(
  c: C,
  event: Event,
  actor: Actor,
  standing: Standing,
  form: { typed: Typed; errors: Errors },
  status: Status,
): Response {
  const { locale: l } = c.var
  const title = textsOf(l).register.whoTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <PersonsPage l={l} event={event} myName={actor.name} {...standing} {...form} />,
    status,
  )
}

function details(
  c: C,
  event: Event,
  { organisations }: Standing,
  form: { people: Chosen[]; delegation: boolean; typed: Typed; errors: Errors },
  status: Status,
): Promise<Response> {
  const action = c.var.locale.href(registrationPaths.register(event.id))
  return showDetails(c, event, { action, guest: false, organisations, ...form }, status)
}
