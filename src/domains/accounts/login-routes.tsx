import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, readForm, textIn } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { ownPath, redirect } from '#platform/http/redirect.ts'
import { log } from '#platform/log.ts'
import { page } from '#ui/page.tsx'
import { open } from './guard.ts'
import { mayAskForLink, mayGuess, sendLoginLink } from './login.ts'
import { CodePage, ConfirmLinkPage, LinkSentPage, LoginPage, OrganisationPage } from './pages/login.tsx'
import { loginPaths, myPages } from './paths.ts'
import { findProviderOfDomain } from './provider-queries.ts'
import { checkSecondFactor } from './second-factor.ts'
import { admit, findSession, forgetSession, startSession } from './session.ts'
import { endSessions } from './session-queries.ts'
import { textsOf } from './texts.ts'
import { isTokenGood, takeToken } from './token-queries.ts'

const askForLink = z.object({ email: emailAddress(), till: z.string().default('') })
const code = z.object({ kod: line('code-missing', 20), till: z.string().default('') })
const landing = z.object({ till: z.string().optional() })

/** Logging in by a link in a mail, the second step, and logging out. */
export const loginRoutes = new Hono<AppEnv<Database>>()

loginRoutes.get(loginPaths.login, open(), (c) => {
  const { locale: l, actor, config } = c.var
  const till = ownPath(c.req.query('till'), myPages)
  const again = actor !== null && c.req.query('igen') === '1'
  if (actor && !again) return redirect(c, till)
  const problem = c.req.query('fel')
  const failure = problem ? textsOf(l).errors[problem] : undefined
  return page(
    c,
    { ...headOf(textsOf(l).login), noIndex: true },
    <LoginPage
      l={l}
      till={till}
      typed={{}}
      errors={{}}
      failure={failure}
      demo={config.mode === 'demo'}
      loggedOut={c.req.query('klart') === 'utloggad'}
      again={again}
    />,
  )
})

loginRoutes.post(loginPaths.login, open(), async (c) => {
  const { db, locale: l, config } = c.var
  const form = await readForm(c, askForLink)
  const till = ownPath(textIn(form.typed, 'till'), myPages)
  const refuse = (errors: Record<string, string>, status: 422 | 429) =>
    page(
      c,
      { ...headOf(textsOf(l).login), noIndex: true },
      <LoginPage l={l} till={till} typed={form.typed} errors={errors} demo={config.mode === 'demo'} />,
      status,
    )
  if (!form.ok) return refuse(form.errors, 422)
  const { email } = form.values
  if (!(await mayAskForLink(db, email, clientAddress(c)))) return refuse({ email: 'too-often' }, 429)
  const provider = await findProviderOfDomain(db, email.split('@')[1] ?? '')
  if (provider) {
    // A page with a link between: browsers do not let a form's answer lead to another site (form-action).
    const name = provider.organisationName
    const address = `${loginPaths.organisation(provider.organisation_code)}?${new URLSearchParams({ till, email })}`
    const title = textsOf(l).organisation.title(name)
    return page(
      c,
      { title, description: title, noIndex: true },
      <OrganisationPage l={l} name={name} href={l.href(address)} />,
    )
  }
  // Not waited for: the answer must not tell by its time whether the address is known.
  void sendLoginLink(db, { email, till, baseUrl: config.baseUrl, language: l.language }).catch(
    (error: unknown) => log.error({ err: error }, 'a login link could not be written'),
  )
  return page(
    c,
    { title: textsOf(l).sent.title, description: textsOf(l).sent.title, noIndex: true },
    <LinkSentPage l={l} email={email} demo={config.mode === 'demo'} />,
  )
})

// Mail programs open links to look at them; so only the button's POST uses the token.
loginRoutes.get(loginPaths.link(':token'), open(), async (c) => {
  const { db, locale: l } = c.var
  const token = c.req.param('token')
  const good = await isTokenGood(db, token)
  keepSecret(c)
  return page(
    c,
    { title: textsOf(l).confirm.title, description: textsOf(l).confirm.title, noIndex: true },
    <ConfirmLinkPage l={l} token={token} good={good} />,
    good ? 200 : 404,
  )
})

loginRoutes.post(loginPaths.link(':token'), open(), async (c) => {
  const { db, locale: l } = c.var
  const token = c.req.param('token')
  const allowed = await mayGuess(db, `link ${clientAddress(c)}`)
  const used = allowed ? await takeToken(db, token, ['login', 'invitation']) : undefined
  if (!used?.person_id) {
    log.info({ allowed }, 'a link for login was refused')
    return page(
      c,
      { title: textsOf(l).confirm.title, description: textsOf(l).confirm.title, noIndex: true },
      <ConfirmLinkPage l={l} token={token} good={false} />,
      allowed ? 404 : 429,
    )
  }
  const { needsCode } = await startSession(c, used.person_id, 'mail-link')
  const till = ownPath(landing.parse(used.data).till, myPages)
  return redirect(c, needsCode ? `${loginPaths.code}?till=${encodeURIComponent(till)}` : till)
})

loginRoutes.get(loginPaths.code, open(), async (c) => {
  const { locale: l, db, today } = c.var
  const session = await findSession(c, db, today)
  const till = ownPath(c.req.query('till'), myPages)
  if (!session?.needsCode) return redirect(c, session ? till : loginPaths.login)
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: textsOf(l).code.title, description: textsOf(l).code.title, noIndex: true },
    <CodePage l={l} till={till} />,
  )
})

loginRoutes.post(loginPaths.code, open(), async (c) => {
  const { locale: l, db, today, secrets } = c.var
  const session = await findSession(c, db, today)
  if (!session?.needsCode) return redirect(c, loginPaths.login)
  const form = await readForm(c, code)
  const till = ownPath(textIn(form.typed, 'till'), myPages)
  const refuse = (error: string, status: 422 | 429) =>
    page(
      c,
      { title: textsOf(l).code.title, description: textsOf(l).code.title, noIndex: true },
      <CodePage l={l} till={till} error={error} />,
      status,
    )
  if (!form.ok) return refuse(textsOf(l).errors[form.errors.kod ?? ''] ?? textsOf(l).code.wrong, 422)
  if (!(await mayGuess(db, `code ${session.personId}`)))
    return refuse(textsOf(l).errors['too-often'] ?? '', 429)
  const right = await checkSecondFactor(db, secrets, session.personId, form.values.kod)
  if (!right) {
    log.info({ person: session.personId }, 'a code for login was wrong')
    return refuse(textsOf(l).code.wrong, 422)
  }
  await admit(c, session.sessionId)
  return redirect(c, till)
})

loginRoutes.post(loginPaths.logout, open(), async (c) => {
  const { actor, db } = c.var
  if (actor) await endSessions(db, actor.personId, { only: actor.sessionId })
  forgetSession(c)
  return redirect(c, loginPaths.login, 'utloggad')
})

function headOf({ title, description }: { title: string; description: string }) {
  return { title, description }
}
