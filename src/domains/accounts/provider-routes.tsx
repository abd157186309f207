import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalLine, readForm, type Typed, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { justLoggedIn, only } from './guard.ts'
import { discover } from './organisation-login.ts'
import { ProviderPage, ProvidersPage } from './pages/providers.tsx'
import { loginPaths } from './paths.ts'
import {
  deleteProvider,
  findOrganisationName,
  findProvider,
  findProviderOfDomain,
  listProviders,
  type Provider,
  saveProvider,
} from './provider-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const providerForm = z.object({
  domain: line('domain-missing', 253)
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'domain-wrong'),
  issuer: z.url({ protocol: /^https?$/, error: 'issuer-wrong' }),
  klient: line('client-missing'),
  hemlighet: optionalLine(1000),
  alla: ticked,
})

/** The organisations' own logins, kept by an administrator. */
export const providerRoutes = new Hono<AppEnv<Database>>()

providerRoutes.get(loginPaths.providers, only('login.configure'), async (c) => {
  const { locale: l, db } = c.var
  const code = c.req.query('organisation')?.trim()
  if (code) return redirect(c, loginPaths.provider(encodeURIComponent(code)))
  const providers = await listProviders(db)
  const { title, lead } = textsOf(l).providers
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ProvidersPage l={l} providers={providers} done={c.req.query('klart')} />,
  )
})

providerRoutes.get(loginPaths.provider(':code'), only('login.configure'), async (c) => {
  const { db } = c.var
  const code = c.req.param('code')
  const [name, provider] = await Promise.all([findOrganisationName(db, code), findProvider(db, code)])
  if (!name) return c.notFound()
  return show(c, code, name, { typed: typedOf(provider), errors: {}, exists: provider !== undefined }, 200)
})

providerRoutes.post(loginPaths.provider(':code'), only('login.configure'), justLoggedIn(), async (c) => {
  const { db, actor, secrets, config } = c.var
  const code = c.req.param('code')
  const [name, before] = await Promise.all([findOrganisationName(db, code), findProvider(db, code)])
  if (!name) return c.notFound()
  const form = await readForm(c, providerForm)
  const refuse = (errors: Record<string, string>) =>
    show(c, code, name, { typed: form.typed, errors, exists: before !== undefined }, 422)
  if (!form.ok) return refuse(form.errors)
  const { domain, issuer, klient, hemlighet, alla } = form.values
  const secret = hemlighet || (before && secrets.unseal(before.sealed_client_secret))
  if (!secret) return refuse({ hemlighet: 'secret-missing' })
  const other = await findProviderOfDomain(db, domain)
  if (other && other.organisation_code !== code) return refuse({ domain: 'domain-taken' })
  // A login that does not answer would lock a whole organisation out, so it is tried before it is kept.
  const found = await discover({ issuer, client_id: klient }, secret, config).catch(() => undefined)
  if (!found) return refuse({ issuer: 'issuer-unreachable' })
  await act(db, actor, 'set the login of an organisation', (trx) =>
    saveProvider(trx, {
      organisation_code: code,
      email_domain: domain,
      issuer: found.serverMetadata().issuer,
      client_id: klient,
      sealed_client_secret: secrets.seal(secret),
      admits_all: alla,
    }),
  )
  return redirect(c, loginPaths.providers, 'sparad')
})

providerRoutes.post(`${loginPaths.provider(':code')}/ta-bort`, only('login.configure'), async (c) => {
  const { db, actor } = c.var
  await act(db, actor, 'remove the login of an organisation', (trx) =>
    deleteProvider(trx, c.req.param('code')),
  )
  return redirect(c, loginPaths.providers, 'borttagen')
})

function typedOf(provider: Provider | undefined): Typed {
  if (!provider) return {}
  const { email_domain: domain, issuer, client_id: klient, admits_all } = provider
  return { domain, issuer, klient, ...(admits_all ? { alla: '1' } : {}) }
}

function show(
  c: C,
  code: string,
  name: string,
  form: { typed: Typed; errors: Record<string, string>; exists: boolean },
  status: 200 | 422,
): Response {
  const { locale: l, config } = c.var
  const callback = config.baseUrl + loginPaths.returned
  return page(
    c,
    { title: name, description: textsOf(l).providers.lead, noIndex: true },
    <ProviderPage l={l} code={code} name={name} callback={callback} {...form} />,
    status,
  )
}
