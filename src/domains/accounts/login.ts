import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Language, localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { loginMail } from './emails.ts'
import { loginPaths } from './paths.ts'
import { findPersonByEmail } from './person-queries.ts'
import { type Limit, mayTry } from './rate-limit-queries.ts'
import { issueToken } from './token-queries.ts'

/** Minutes that a login link works. */
export const linkMinutes = 15

/** Links that one address may ask for, and that may be asked for from one place. */
const perAddress: Limit = { name: 'login-address', times: 5, seconds: 15 * 60 }
const perPlace: Limit = { name: 'login-place', times: 30, seconds: 15 * 60 }
/** Codes and tokens that may be tried from one place. */
const guesses: Limit = { name: 'guess', times: 20, seconds: 15 * 60 }

/** Whether a login link may be asked for once more, for this address and from this place. */
export async function mayAskForLink(db: Kysely<Database>, email: string, place: string): Promise<boolean> {
  const [address, network] = await Promise.all([mayTry(db, perAddress, email), mayTry(db, perPlace, place)])
  return address && network
}

/** Whether a code or token may be tried once more. */
export function mayGuess(db: Kysely<Database>, key: string): Promise<boolean> {
  return mayTry(db, guesses, key)
}

/**
 * Sends a login link to an address, if somebody here has it. What the asker sees does not depend on that; nor does
 * the time it takes, since nobody waits for this.
 */
export async function sendLoginLink(
  db: Kysely<Database>,
  request: { email: string; till: string; baseUrl: string; language: Language },
): Promise<void> {
  const person = await findPersonByEmail(db, request.email)
  if (!person?.email) return
  const { email } = person
  await act(db, null, 'ask for a login link', async (trx) => {
    const token = await issueToken(trx, {
      purpose: 'login',
      personId: person.id,
      data: { till: request.till },
      minutes: linkMinutes,
    })
    const l = localeOf(request.language)
    const href = request.baseUrl + l.href(loginPaths.link(token))
    await enqueueMail(trx, {
      kind: 'login',
      personId: person.id,
      to: email,
      ...loginMail({ l, href, minutes: linkMinutes }),
    })
  })
}
