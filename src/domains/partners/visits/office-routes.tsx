import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { isMember, organisationDirectory } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { acceptVisit, askHosts, declineVisit } from './actions.ts'
import { answerForm, hostForm } from './forms.ts'
import { placeOf } from './member-routes.tsx'
import { OfficeVisitPage } from './pages/office-visit.tsx'
import { OfficeVisitsPage } from './pages/office-visits.tsx'
import { findVisit, listVisits, type Visit } from './queries.ts'
import { suggestHosts } from './suggest.ts'

type C = Context<AppEnv<Database>>

/** How the secretariat finds a host for a visit. */
export const visitOfficeRoutes = new Hono<AppEnv<Database>>()

const id = ':visit{[0-9]{1,9}}'
const edits = only('partners.edit')

visitOfficeRoutes.get(partnerPaths.visits, edits, async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = officeTextsOf(l).visits
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficeVisitsPage l={l} visits={await listVisits(db)} done={c.req.query('klart')} />,
  )
})

visitOfficeRoutes.get(partnerPaths.visitOffice(id), edits, async (c) =>
  show(c, await visitIn(c), { typed: {}, errors: {} }, 200),
)

visitOfficeRoutes.post(partnerPaths.askHosts(id), edits, async (c) => {
  const visit = await visitIn(c)
  const form = await readForm(c, hostForm)
  const wanted = form.ok ? form.values.person.map(Number) : []
  const hosts = (await suggestHosts(c.var, visit))
    .flatMap(({ people }) => people)
    .filter(({ personId }) => wanted.includes(personId))
  if (hosts.length === 0) {
    return show(c, visit, { typed: form.typed, errors: { 'person-0': 'host-missing' } }, 422)
  }
  await askHosts(placeOf(c), visit.id, hosts)
  return redirect(c, partnerPaths.visitOffice(visit.id), 'fragat')
})

visitOfficeRoutes.post(partnerPaths.acceptForAll(id), edits, async (c) => {
  const visit = await visitIn(c)
  const form = await readForm(c, answerForm)
  const receivers = await receiversOf(c)
  const hostCode = textIn(form.typed, 'vard')
  const errors = {
    ...(form.ok ? {} : form.errors),
    ...(receivers.some(({ value }) => value === hostCode) ? {} : { vard: 'receiver-wrong' }),
  }
  if (!form.ok || errors.vard) return show(c, visit, { typed: form.typed, errors }, 422)
  const done = await acceptVisit(placeOf(c), visit.id, { hostCode, reply: form.values.svar })
  return redirect(c, partnerPaths.visitOffice(visit.id), done ? 'svarat' : undefined)
})

visitOfficeRoutes.post(partnerPaths.declineForAll(id), edits, async (c) => {
  const visit = await visitIn(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) {
    const errors = { nej: 'reply-missing' }
    return show(c, visit, { typed: { nej: textIn(form.typed, 'svar') }, errors }, 422)
  }
  const done = await declineVisit(placeOf(c), visit.id, form.values.svar)
  return redirect(c, partnerPaths.visitOffice(visit.id), done ? 'svarat' : undefined)
})

/** Who can receive a visit: the association itself, or a member. */
async function receiversOf(c: C): Promise<{ value: string; label: string }[]> {
  const { db, remember, today, locale: l } = c.var
  const { all } = await organisationDirectory(db, remember)
  return [
    { value: association.code, label: officeTextsOf(l).visits.association },
    ...all
      .filter((organisation) => isMember(organisation, today))
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort((a, b) => l.compare(a.label, b.label)),
  ]
}

async function visitIn(c: C): Promise<Visit> {
  const visit = await findVisit(c.var.db, Number(c.req.param('visit')))
  if (!visit || visit.state === 'unconfirmed') {
    throw new Problem(404, officeTextsOf(c.var.locale).visits.notFound)
  }
  return visit
}

async function show(
  c: C,
  visit: Visit,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const isOpen = visit.state === 'waiting' || visit.state === 'asked'
  const t = officeTextsOf(l).visits
  return page(
    c,
    { title: `${t.title}: ${visit.organisation}`, description: t.lead, noIndex: true },
    <OfficeVisitPage
      l={l}
      visit={visit}
      suggestions={isOpen ? await suggestHosts(c.var, visit) : []}
      receivers={isOpen ? await receiversOf(c) : []}
      isOpen={isOpen}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
