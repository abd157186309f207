import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { acceptVisit, passOnVisit } from './actions.ts'
import { answerForm, noteForm } from './forms.ts'
import { OwnVisitPage } from './pages/own-visit.tsx'
import { siteOf } from './public-routes.tsx'
import { type AskedHost, findVisit, type Visit } from './queries.ts'

type C = Context<AppEnv<Database>>

/** How somebody at a member answers whether they can receive a visit. */
export const hostRoutes = new Hono<AppEnv<Database>>()

const id = ':visit{[0-9]{1,9}}'
const uses = only('network.use')

hostRoutes.get(partnerPaths.ownVisit(id), uses, async (c) => {
  const { visit, host } = await askedIn(c)
  return show(c, visit, host, { typed: {}, errors: {} }, 200)
})

hostRoutes.post(partnerPaths.acceptVisit(id), uses, async (c) => {
  const { visit, host } = await askedIn(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return show(c, visit, host, form, 422)
  const taken =
    host.state === 'asked' &&
    (await acceptVisit(placeOf(c), visit.id, { hostCode: host.organisation.code, reply: form.values.svar }))
  return redirect(c, partnerPaths.ownVisit(visit.id), taken ? 'svarat' : undefined)
})

hostRoutes.post(partnerPaths.declineVisit(id), uses, async (c) => {
  const { visit, host } = await askedIn(c)
  const form = await readForm(c, noteForm)
  if (!form.ok) return show(c, visit, host, form, 422)
  const passed = await passOnVisit(placeOf(c), visit.id, form.values.not)
  return redirect(c, partnerPaths.ownVisit(visit.id), passed ? 'svarat' : undefined)
})

/** Where and by whom something is done with a visit. */
export function placeOf(c: C) {
  const { db, actor, now, today } = c.var
  return { db, actor, now, today, site: siteOf(c) }
}

/** The visit of an address, if the reader was asked to receive it. */
async function askedIn(c: C): Promise<{ visit: Visit; host: AskedHost }> {
  const visit = await findVisit(c.var.db, Number(c.req.param('visit')))
  const host = visit?.hosts.find(({ personId }) => personId === c.var.actor?.personId)
  if (!visit || !host) throw new Problem(404, officeTextsOf(c.var.locale).visits.notFound)
  return { visit, host }
}

function show(
  c: C,
  visit: Visit,
  host: AskedHost,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Response {
  const { locale: l } = c.var
  const t = officeTextsOf(l).visits
  return page(
    c,
    { title: t.ownTitle(visit.organisation), description: t.ownLead, noIndex: true },
    <OwnVisitPage l={l} visit={visit} host={host} done={c.req.query('klart')} {...form} />,
    status,
  )
}
