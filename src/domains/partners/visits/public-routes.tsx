import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { type Limit, mayTry, open } from '#domains/accounts/index.ts'
import { listChoices } from '#domains/questions/index.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { partnerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { askToVisit, confirmVisit, withdrawVisit } from './actions.ts'
import { beginVisit, visitForm, visitFrom } from './forms.ts'
import { visitOfToken } from './mails.ts'
import { StatusPage } from './pages/status.tsx'
import { VisitFormPage, VisitSentPage } from './pages/visit-form.tsx'
import { findVisit, type Visit } from './queries.ts'

type C = Context<AppEnv<Database>>

/** How somebody elsewhere asks to come and see, and follows what becomes of it. */
export const visitRoutes = new Hono<AppEnv<Database>>()

const perAddress: Limit = { name: 'visit-address', times: 3, seconds: 24 * 60 * 60 }
const perPlace: Limit = { name: 'visit-place', times: 10, seconds: 60 * 60 }
const token = ':token{[A-Za-z0-9._-]{20,300}}'

visitRoutes.get(partnerPaths.visit, open(), (c) =>
  showForm(c, { typed: beginVisit(c.var.locale.tongue), errors: {} }, 200),
)

visitRoutes.post(partnerPaths.visit, open(), async (c) => {
  const { db, locale: l, now, today, config } = c.var
  const form = await readForm(c, visitForm)
  if (!form.ok) return showForm(c, form, 422)
  // A program has filled in what people do not see: it is thanked like anybody, and nothing is kept.
  if (form.values.webbplats !== '') return redirect(c, partnerPaths.visitSent)
  const { figures, subjects } = await listChoices(c.var, l)
  const { written, errors } = visitFrom(form.values, {
    subjects: subjects.map(({ value }) => value),
    figures: figures.map(({ value }) => value),
    today,
    tongue: l.tongue,
  })
  if (Object.keys(errors).length > 0) return showForm(c, { typed: form.typed, errors }, 422)
  const [byAddress, byPlace] = await Promise.all([
    mayTry(db, perAddress, written.email),
    mayTry(db, perPlace, clientAddress(c)),
  ])
  if (!byAddress || !byPlace) {
    return showForm(c, { typed: form.typed, errors: { epost: 'too-often' } }, 429)
  }
  await askToVisit({ db, now, site: siteOf(c) }, written, config.mode === 'demo')
  return redirect(c, partnerPaths.visitSent)
})

visitRoutes.get(partnerPaths.visitSent, open(), (c) => {
  const { locale: l, config } = c.var
  const title = textsOf(l).visit.sentTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <VisitSentPage l={l} demo={config.mode === 'demo'} />,
  )
})

visitRoutes.get(partnerPaths.visitStatus(token), open(), async (c) => {
  const visit = await visitIn(c)
  const { locale: l } = c.var
  const { title, lead } = textsOf(l).status
  return page(
    c,
    { title, description: lead, noIndex: true },
    <StatusPage l={l} visit={visit} token={c.req.param('token')} />,
  )
})

visitRoutes.post(partnerPaths.visitConfirm(token), open(), async (c) => {
  const { db, now, today } = c.var
  await confirmVisit({ db, now, today, site: siteOf(c) }, (await visitIn(c)).id)
  return redirect(c, partnerPaths.visitStatus(c.req.param('token')))
})

visitRoutes.post(partnerPaths.visitWithdraw(token), open(), async (c) => {
  const { db, now } = c.var
  await withdrawVisit({ db, now, site: siteOf(c) }, (await visitIn(c)).id)
  return redirect(c, partnerPaths.visitStatus(c.req.param('token')))
})

/** Where links of mails lead, and what signs them. */
export function siteOf(c: C) {
  return { baseUrl: c.var.config.baseUrl, secrets: c.var.secrets }
}

/** The visit that a link opens. Its page is kept nowhere. */
async function visitIn(c: C): Promise<Visit> {
  c.header('cache-control', 'private, no-store')
  const id = visitOfToken(c.var.secrets, c.req.param('token') ?? '')
  const visit = id === undefined ? undefined : await findVisit(c.var.db, id)
  if (!visit) throw new Problem(404, textsOf(c.var.locale).status.gone)
  return visit
}

async function showForm(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l } = c.var
  const { title, lead } = textsOf(l).visit
  return page(
    c,
    { title, description: lead },
    <VisitFormPage l={l} {...(await listChoices(c.var, l))} {...form} />,
    status,
  )
}
