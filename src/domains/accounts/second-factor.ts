import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Secrets } from '#platform/secrets.ts'
import {
  confirmSecondFactor,
  findSecondFactor,
  proposeSecondFactor,
  useRecoveryCode,
  useStep,
} from './second-factor-queries.ts'

/** Time-based codes of six digits every half minute (RFC 6238), as all authenticators know them. */
function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: association.name.sv, label, secret, algorithm: 'SHA1', digits: 6, period: 30 })
}

/** Makes a secret for an authenticator, not in force until a code of it was given. */
export async function proposeFactor(db: Kysely<Database>, secrets: Secrets, actor: Actor) {
  const secret = new Secret({ size: 20 })
  await proposeSecondFactor(db, actor.personId, secrets.seal(secret.base32))
  return { key: secret.base32, address: totpOf(secret, actor.email ?? actor.name).toString() }
}

/** Puts the proposed secret in force. Gives the recovery codes, or nothing when the code is wrong. */
export async function confirmFactor(
  db: Kysely<Database>,
  secrets: Secrets,
  actor: Actor,
  code: string,
): Promise<string[] | undefined> {
  if (!(await checkTotp(db, secrets, actor.personId, code))) return undefined
  const codes = Array.from({ length: 10 }, recoveryCode)
  await act(db, actor, 'turn on two-step login', (trx) => confirmSecondFactor(trx, actor.personId, codes))
  return codes
}

/** Whether a code from the authenticator, or a recovery code, is right. Each works once. */
export async function checkSecondFactor(
  db: Kysely<Database>,
  secrets: Secrets,
  personId: number,
  code: string,
): Promise<boolean> {
  const plain = code.replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(plain)) return checkTotp(db, secrets, personId, plain)
  return useRecoveryCode(db, personId, plain)
}

async function checkTotp(
  db: Kysely<Database>,
  secrets: Secrets,
  personId: number,
  code: string,
): Promise<boolean> {
  const factor = await findSecondFactor(db, personId)
  if (!factor) return false
  const totp = totpOf(Secret.fromBase32(secrets.unseal(factor.sealedSecret)), '')
  const delta = totp.validate({ token: code.replace(/\s/g, ''), window: 1 })
  return delta !== null && useStep(db, personId, totp.counter() + delta)
}

/** Ten characters that cannot be mistaken for each other. */
function recoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
}
