import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, inAddress, listHolders, memberRoles, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { endRole, inviteAgain, inviteColleague, isCurrent, listCurrent, type Place } from './actions.ts'
import { colleagueForm } from './colleague-form.ts'
import { EndRolePage } from './pages/end-role.tsx'
import { PeoplePage } from './pages/people.tsx'
import { representativePaths } from './paths.ts'
import { losesLastContact } from './rules.ts'
import { findOrganisation } from './seat-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const invitation = colleagueForm.extend({
  role: z.enum(
    ['contact-politician', 'contact-official', 'delegate', 'reporter', 'invoice-recipient', 'member-user'],
    'role-missing',
  ),
  /** The holders that the inviter saw: `role:appointment`, separated by spaces. */
  sedda: z.string().default(''),
})

/** Who represents an organisation; its contacts manage them. */
export const peopleRoutes = new Hono<AppEnv<Database>>()

peopleRoutes.get(representativePaths.people(':code'), only('people.see', inAddress), (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

peopleRoutes.post(representativePaths.people(':code'), only('people.manage', inAddress), async (c) => {
  const place = await placeOf(c)
  const form = await readForm(c, invitation)
  if (!form.ok) return show(c, form, 422)
  const { sedda, ...colleague } = form.values
  const seen = new RegExp(`(?:^| )${colleague.role}:(\\d+)`).exec(sedda)?.[1]
  const result = await inviteColleague(place, colleague, seen ? Number(seen) : null)
  if (result.done) return redirect(c, representativePaths.people(place.organisation.code), 'inbjuden')
  if (result.reason === 'too-often')
    return show(c, { typed: form.typed, errors: { email: 'too-often' } }, 429)
  return show(
    c,
    { typed: form.typed, errors: {}, conflict: textsOf(c.var.locale).people.changed(result.name) },
    409,
  )
})

peopleRoutes.get(representativePaths.endRole(':code', ':id'), only('people.manage', inAddress), async (c) => {
  const { locale: l } = c.var
  const place = await placeOf(c)
  const { organisation } = place
  const current = await listCurrent(place.db, place)
  const holder = current.find(({ appointmentId }) => String(appointmentId) === c.req.param('id'))
  if (!holder) throw new Problem(404, textsOf(l).people.gone)
  const last = losesLastContact(current, [holder.appointmentId])
  const title = textsOf(l).people.endTitle(holder.name)
  return page(
    c,
    { title, description: title, noIndex: true },
    <EndRolePage
      l={l}
      organisation={organisation}
      holder={holder}
      last={last}
      mayEnd={!last || can(c.var.actor, 'register.edit')}
    />,
  )
})

peopleRoutes.post(
  representativePaths.endRole(':code', ':id'),
  only('people.manage', inAddress),
  async (c) => {
    const place = await placeOf(c)
    const ended = await endRole(place, idIn(c))
    const t = textsOf(c.var.locale).people
    if (ended !== 'ended') throw new Problem(409, ended === 'gone' ? t.gone : t.endLast)
    const still = can(c.var.actor, 'people.see', { organisationCode: place.organisation.code })
    return redirect(
      c,
      still ? representativePaths.people(place.organisation.code) : representativePaths.mine,
      'avslutad',
    )
  },
)

peopleRoutes.post(
  representativePaths.inviteAgain(':code', ':id'),
  only('people.manage', inAddress),
  async (c) => {
    const place = await placeOf(c)
    const sent = await inviteAgain(place, idIn(c))
    const t = textsOf(c.var.locale)
    if (sent === 'too-often') throw new Problem(429, t.errors['too-often'] ?? '')
    if (sent === 'gone') throw new Problem(409, t.people.gone)
    return redirect(c, representativePaths.people(place.organisation.code), 'inbjuden-igen')
  },
)

const idIn = (c: C) => z.coerce.number().int().catch(0).parse(c.req.param('id'))

/** The organisation of the address with everything that an action needs. */
export async function placeOf(c: C): Promise<Place> {
  const { db, actor, config, today, locale: l } = c.var
  const organisation = await findOrganisation(db, c.req.param('code') ?? '', today)
  if (!organisation || !actor) {
    throw new Problem(
      404,
      l.language === 'sv' ? 'Organisationen finns inte.' : 'There is no such organisation.',
    )
  }
  return { db, actor, organisation, baseUrl: config.baseUrl, today }
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string>; conflict?: string },
  status: 200 | 409 | 422 | 429,
): Promise<Response> {
  const { locale: l, actor, today } = c.var
  const { organisation, db } = await placeOf(c)
  const holders = await listHolders(db, organisation.code)
  const shown = holders.filter(({ role }) => memberRoles.includes(role))
  const { title, lead } = textsOf(l).people
  return page(
    c,
    { title: title(organisation.name), description: lead, noIndex: true },
    <PeoplePage
      l={l}
      organisation={organisation}
      current={shown.filter((holder) => isCurrent(holder, today))}
      former={shown.filter((holder) => !isCurrent(holder, today))}
      mayManage={can(actor, 'people.manage', { organisationCode: organisation.code })}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
