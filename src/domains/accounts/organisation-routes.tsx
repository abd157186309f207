import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Database } from '#database/tables.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { ownPath, redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { open } from './guard.ts'
import { mayGuess } from './login.ts'
import { beginOrganisationLogin, finishOrganisationLogin, type Refusal } from './organisation-login.ts'
import { LoginPage } from './pages/login.tsx'
import { loginPaths, myPages } from './paths.ts'
import { findProvider } from './provider-queries.ts'
import { startSession } from './session.ts'
import { textsOf } from './texts.ts'

const cookie = 'login'

/** Logging in at one's own organisation (OpenID Connect). */
export const organisationRoutes = new Hono<AppEnv<Database>>()

organisationRoutes.get(loginPaths.organisation(':code'), open(), async (c) => {
  const { db, secrets, config } = c.var
  const provider = await findProvider(db, c.req.param('code'))
  if (!provider) return c.notFound()
  if (!(await mayGuess(db, `organisation ${clientAddress(c)}`))) return refuse(c, { kind: 'failed' })
  const till = ownPath(c.req.query('till'), myPages)
  const begun = await beginOrganisationLogin(db, secrets, config, provider, {
    till,
    email: c.req.query('email') ?? '',
  })
  if (!begun) return refuse(c, { kind: 'unreachable' })
  setCookie(c, cookie, begun.token, {
    path: loginPaths.returned,
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.baseUrl.startsWith('https:'),
    maxAge: 600,
  })
  c.header('cache-control', 'no-store')
  return c.redirect(begun.address, 303)
})

organisationRoutes.get(loginPaths.returned, open(), async (c) => {
  const { db, secrets, config, today } = c.var
  const token = getCookie(c, cookie) ?? ''
  deleteCookie(c, cookie, { path: loginPaths.returned })
  c.header('cache-control', 'no-store')
  const done = await finishOrganisationLogin(db, secrets, config, {
    returned: new URL(c.req.url),
    token,
    today,
  })
  if ('kind' in done) return refuse(c, done)
  const { needsCode } = await startSession(c, done.personId, 'organisation')
  return redirect(
    c,
    needsCode ? `${loginPaths.code}?till=${encodeURIComponent(done.till)}` : ownPath(done.till, myPages),
  )
})

function refuse(c: Context<AppEnv<Database>>, refusal: Refusal): Response {
  const { locale: l, config } = c.var
  const t = textsOf(l)
  const message = {
    failed: () => t.organisation.failed,
    unreachable: () => t.organisation.unreachable,
    unknown: () => ('email' in refusal ? t.organisation.unknown(refusal.email) : ''),
    'other-domain': () =>
      'domain' in refusal ? t.organisation.otherDomain(refusal.email, refusal.domain) : '',
  }[refusal.kind]()
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: t.login.title, description: t.login.description, noIndex: true },
    <LoginPage l={l} till={myPages} typed={{}} errors={{}} failure={message} demo={config.mode === 'demo'} />,
    403,
  )
}
