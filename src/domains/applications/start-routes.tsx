import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, isTokenGood, loginPaths, mayGuess, open, startSession } from '#domains/accounts/index.ts'
import {
  isMember,
  organisationsNamed,
  searchOrganisations,
  suggestedOrganisations,
} from '#domains/members/index.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { redirect } from '#platform/http/redirect.ts'
import { log } from '#platform/log.ts'
import { page } from '#ui/page.tsx'
import { ConfirmStartPage, StartPage, StartSentPage } from './pages/start.tsx'
import { applicationPaths } from './paths.ts'
import { listApplicationsOf } from './queries.ts'
import { mayAskToStart, sendStartLink, startApplication } from './start.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const startForm = z.object({
  organisation: line('organisation-missing', 100),
  name: line('name-missing'),
  title: optionalLine(),
  email: emailAddress(),
})

/** How an application begins: no account beforehand, a link in a mail. */
export const startRoutes = new Hono<AppEnv<Database>>()

startRoutes.get(applicationPaths.start, open(), (c) =>
  show(c, { typed: { organisation: (c.req.query('organisation') ?? '').slice(0, 100) }, errors: {} }, 200),
)

startRoutes.post(applicationPaths.start, open(), async (c) => {
  const { db, locale: l, config, today } = c.var
  const form = await readForm(c, startForm)
  if (!form.ok) return show(c, form, 422)
  const { organisation: typed, email, name, title } = form.values
  const found = searchOrganisations(await organisationsNamed(c.var, { typed: [typed] }), typed)
  const [organisation] = found
  if (!organisation || found.length > 1) {
    return show(c, { typed: form.typed, errors: { organisation: 'organisation-unknown' } }, 422)
  }
  if (isMember(organisation, today)) {
    const errors = { organisation: textsOf(l).start.isMember(organisation.name) }
    return show(c, { typed: form.typed, errors }, 422)
  }
  if (!(await mayAskToStart(db, email, clientAddress(c)))) {
    return show(c, { typed: form.typed, errors: { email: 'too-often' } }, 429)
  }
  const { code, name: organisationName } = organisation
  const asked = { code, organisationName, name, title, email, language: l.language }
  // Not waited for: the answer must not tell by its time what is known about the address.
  void sendStartLink(db, asked, config.baseUrl).catch((error: unknown) =>
    log.error({ err: error }, 'a link to apply could not be written'),
  )
  const { sentTitle } = textsOf(l).start
  return page(
    c,
    { title: sentTitle, description: sentTitle, noIndex: true },
    <StartSentPage l={l} email={email} demo={config.mode === 'demo'} />,
  )
})

startRoutes.get(applicationPaths.confirm(':token'), open(), async (c) => {
  const token = c.req.param('token')
  const good = await isTokenGood(c.var.db, token)
  keepSecret(c)
  return confirm(c, token, good, good ? 200 : 404)
})

startRoutes.post(applicationPaths.confirm(':token'), open(), async (c) => {
  const { db, today } = c.var
  const token = c.req.param('token')
  if (!(await mayGuess(db, `start ${clientAddress(c)}`))) return confirm(c, token, false, 429)
  const started = await startApplication(db, token, today)
  if (!started.done) {
    return confirm(c, token, false, started.organisationName ? 409 : 404, started.organisationName)
  }
  const { needsCode } = await startSession(c, started.personId, 'mail-link')
  const landing = applicationPaths.one(started.applicationId)
  if (needsCode) return redirect(c, `${loginPaths.code}?till=${encodeURIComponent(landing)}`)
  return redirect(c, landing, started.opened ? 'startad' : undefined)
})

function confirm(
  c: C,
  token: string,
  good: boolean,
  status: 200 | 404 | 409 | 429,
  taken?: string,
): Response {
  const { locale: l } = c.var
  const { confirmTitle } = textsOf(l).start
  return page(
    c,
    { title: confirmTitle, description: confirmTitle, noIndex: true },
    <ConfirmStartPage l={l} token={token} good={good} taken={taken} />,
    status,
  )
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const codes = actor?.roles
    .map(({ organisationCode }) => organisationCode)
    .filter((organisationCode) => can(actor, 'application.see', { organisationCode }))
  const [suggested, mine] = await Promise.all([
    suggestedOrganisations(c.var),
    codes?.length ? listApplicationsOf(db, codes) : [],
  ])
  const names = suggested.filter((one) => !isMember(one, today)).map(({ name }) => name)
  const { title, lead } = textsOf(l).start
  return page(
    c,
    { title, description: lead },
    <StartPage l={l} names={names} mine={mine} {...form} />,
    status,
  )
}
