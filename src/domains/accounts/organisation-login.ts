import type { Kysely } from 'kysely'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import type { Secrets } from '#platform/secrets.ts'
import { appoint } from './appointment-queries.ts'
import { loginPaths } from './paths.ts'
import { findOrOpenPerson, findPersonByEmail } from './person-queries.ts'
import { findIdentity, findProvider, insertIdentity, type Provider } from './provider-queries.ts'
import { issueToken, takeToken } from './token-queries.ts'

/** Minutes that somebody may take at the organisation's own login. */
const minutes = 10

/** What is kept of a login between leaving and coming back. */
const journey = z.object({
  organisation: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  till: z.string(),
})

/** Why nobody came in. */
export type Refusal =
  | { kind: 'failed' | 'unreachable' }
  | { kind: 'unknown'; email: string }
  | { kind: 'other-domain'; email: string; domain: string }

/** Reads the discovery document of a provider. Throws when there is none, or another issuer than asked for. */
export function discover(
  { issuer, client_id }: Pick<Provider, 'issuer' | 'client_id'>,
  clientSecret: string,
  { mode }: Pick<Config, 'mode'>,
): Promise<oidc.Configuration> {
  // Plain http is for a provider on this very machine, and never in production.
  const insecure = mode === 'demo' && /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(issuer)
  return oidc.discovery(new URL(issuer), client_id, clientSecret, undefined, {
    timeout: 10,
    ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
}

/**
 * The address at the organisation's provider to send somebody to (authorization code with PKCE, RFC 7636), and the
 * token for the cookie that ties the way back to this browser. Undefined when the provider cannot be reached.
 */
export async function beginOrganisationLogin(
  db: Kysely<Database>,
  secrets: Secrets,
  config: Config,
  provider: Provider,
  { till, email }: { till: string; email: string },
): Promise<{ address: string; token: string } | undefined> {
  const server = await discover(provider, secrets.unseal(provider.sealed_client_secret), config).catch(
    () => undefined,
  )
  if (!server) return undefined
  const verifier = oidc.randomPKCECodeVerifier()
  const nonce = oidc.randomNonce()
  const token = await issueToken(db, {
    purpose: 'organisation-login',
    data: { organisation: provider.organisation_code, verifier, nonce, till },
    minutes,
  })
  const address = oidc.buildAuthorizationUrl(server, {
    redirect_uri: config.baseUrl + loginPaths.returned,
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: await stateOf(token),
    nonce,
    ...(email ? { login_hint: email } : {}),
  })
  return { address: address.href, token }
}

/** Finishes a login: the provider's answer at `returned`, and the token of the cookie. */
export async function finishOrganisationLogin(
  db: Kysely<Database>,
  secrets: Secrets,
  config: Config,
  { returned, token, today }: { returned: URL; token: string; today: string },
): Promise<{ personId: number; till: string } | Refusal> {
  const used = await takeToken(db, token, ['organisation-login'])
  if (!used) return { kind: 'failed' }
  const { organisation, verifier, nonce, till } = journey.parse(used.data)
  const provider = await findProvider(db, organisation)
  if (!provider) return { kind: 'failed' }
  const claims = await claimsFrom(provider, secrets, config, returned, {
    verifier,
    nonce,
    state: await stateOf(token),
  })
  if (!claims) return { kind: 'failed' }
  const known = await findIdentity(db, provider.issuer, claims.subject)
  if (known) return { personId: known, till }
  if (!claims.email.endsWith(`@${provider.email_domain}`)) {
    return { kind: 'other-domain', email: claims.email, domain: provider.email_domain }
  }
  const personId = await admit(db, provider, claims, today)
  return personId === undefined ? { kind: 'unknown', email: claims.email } : { personId, till }
}

interface Claims {
  subject: string
  email: string
  name: string
}

async function claimsFrom(
  provider: Provider,
  secrets: Secrets,
  config: Config,
  returned: URL,
  { verifier, nonce, state }: { verifier: string; nonce: string; state: string },
): Promise<Claims | undefined> {
  try {
    const server = await discover(provider, secrets.unseal(provider.sealed_client_secret), config)
    const address = new URL(config.baseUrl + loginPaths.returned + returned.search)
    const tokens = await oidc.authorizationCodeGrant(server, address, {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return undefined
    const info = claims.email ? claims : await oidc.fetchUserInfo(server, tokens.access_token, claims.sub)
    // Entra ID names people by `preferred_username` where they have no mailbox.
    const email = String(info.email ?? info.preferred_username ?? '').toLowerCase()
    if (!email || info.email_verified === false) return undefined
    return { subject: claims.sub, email, name: String(info.name ?? email) }
  } catch {
    return undefined
  }
}

/** Ties an account to the provider's identity; opens one where the organisation lets all of its people in. */
function admit(
  db: Kysely<Database>,
  provider: Provider,
  { subject, email, name }: Claims,
  today: string,
): Promise<number | undefined> {
  return act(db, null, 'log in through the organisation', async (trx) => {
    const found = await findPersonByEmail(trx, email)
    if (!found && !provider.admits_all) return undefined
    const person = found ?? (await findOrOpenPerson(trx, { email, name })).person
    if (!found) {
      await appoint(trx, {
        personId: person.id,
        organisationCode: provider.organisation_code,
        role: 'member-user',
        since: today,
      })
    }
    await insertIdentity(trx, provider.issuer, subject, person.id)
    return person.id
  })
}

/** What the provider gives back so that we know our own question; says nothing about the cookie. */
function stateOf(token: string): Promise<string> {
  return oidc.calculatePKCECodeChallenge(`state ${token}`)
}
