import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import type { Actor } from '#platform/http/context.ts'
import { findPasskey, insertPasskey, listPasskeys, markPasskeyUsed } from './passkey-queries.ts'
import { issueToken, takeToken } from './token-queries.ts'

/** The library is large: it is read when somebody first uses a passkey. */
const webauthn = () => import('@simplewebauthn/server')

/** Minutes that a question to a passkey stands. */
const minutes = 10
const question = z.object({ challenge: z.string() })

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])
const extensions = z.record(z.string(), z.unknown())

/** What a browser answers when a passkey was made (WebAuthn Level 3, RegistrationResponseJSON). */
export const registrationAnswer = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).default([]),
  }),
})

/** What a browser answers when a passkey was used (AuthenticationResponseJSON). */
export const loginAnswer = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().optional(),
  }),
})

/** The site as passkeys know it: they work on this host only. */
function siteOf(baseUrl: string): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(baseUrl)
  return { rpID: hostname, origin }
}

/** Asks a browser to make a passkey. The token brings the question back together with the answer. */
export async function askForNewPasskey(db: Kysely<Database>, baseUrl: string, actor: Actor) {
  const existing = await listPasskeys(db, actor.personId)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: association.name.sv,
    rpID: siteOf(baseUrl).rpID,
    userID: new TextEncoder().encode(String(actor.personId)),
    userName: actor.email ?? actor.name,
    userDisplayName: actor.name,
    attestationType: 'none',
    excludeCredentials: existing.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const token = await issueToken(db, {
    purpose: 'passkey-new',
    personId: actor.personId,
    data: { challenge: options.challenge },
    minutes,
  })
  return { options, token }
}

/** Keeps a new passkey. False when the answer does not fit the question. */
export async function addPasskey(
  db: Kysely<Database>,
  baseUrl: string,
  actor: Actor,
  { token, name, answer }: { token: string; name: string; answer: z.output<typeof registrationAnswer> },
): Promise<boolean> {
  const asked = await takeToken(db, token, ['passkey-new'])
  if (asked?.person_id !== actor.personId) return false
  const { rpID, origin } = siteOf(baseUrl)
  const response: RegistrationResponseJSON = {
    ...answer,
    clientExtensionResults: {},
    response: { ...answer.response, transports: knownTransports(answer.response.transports) },
  }
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: question.parse(asked.data).challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { credential } = verified.registrationInfo
  await act(db, actor, 'add a passkey', (trx) =>
    insertPasskey(trx, {
      id: credential.id,
      person_id: actor.personId,
      public_key: credential.publicKey,
      counter: credential.counter,
      transports: knownTransports(answer.response.transports),
      name,
    }),
  )
  return true
}

/** Asks a browser for any passkey of this site. */
export async function askForPasskey(db: Kysely<Database>, baseUrl: string) {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: siteOf(baseUrl).rpID,
    userVerification: 'required',
  })
  const token = await issueToken(db, {
    purpose: 'passkey-login',
    data: { challenge: options.challenge },
    minutes,
  })
  return { options, token }
}

/** Whose passkey answered; undefined when the answer does not fit. */
export async function checkPasskey(
  db: Kysely<Database>,
  baseUrl: string,
  { token, answer }: { token: string; answer: z.output<typeof loginAnswer> },
): Promise<number | undefined> {
  const asked = await takeToken(db, token, ['passkey-login'])
  const passkey = asked && (await findPasskey(db, answer.id))
  if (!passkey) return undefined
  const { rpID, origin } = siteOf(baseUrl)
  const { userHandle, ...rest } = answer.response
  const response: AuthenticationResponseJSON = {
    ...answer,
    clientExtensionResults: {},
    response: userHandle === undefined ? rest : { ...rest, userHandle },
  }
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: question.parse(asked.data).challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      transports: knownTransports(passkey.transports),
    },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  await markPasskeyUsed(db, passkey.id, verified.authenticationInfo.newCounter)
  return passkey.person_id
}

function knownTransports(names: string[]) {
  return names.flatMap((name) => {
    const known = transport.safeParse(name)
    return known.success ? [known.data] : []
  })
}
