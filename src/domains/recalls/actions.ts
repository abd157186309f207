import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findPersonByEmail, issueToken, takeToken } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { type Language, localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { confirmMail } from './emails.ts'
import { addFollow, confirmFollow, countFollows, findOrAddFollower } from './follow-queries.ts'
import { recallPaths } from './paths.ts'
import type { Wanted } from './understand.ts'

/** Hours that the link of a confirmation works. */
export const confirmHours = 24

/** So many things one may follow. */
const mostFollows = 200

/** Lets somebody who is logged in follow something. False when they follow too much already. */
export function followAs(
  db: Kysely<Database>,
  actor: Actor & { email: string },
  { place, language, ...wanted }: Wanted & { place: string; language: Language },
): Promise<boolean> {
  return act(db, actor, 'follow corrections', async (trx) => {
    const { personId, email } = actor
    const followerId = await findOrAddFollower(trx, { personId, email }, language)
    if ((await countFollows(trx, followerId)) >= mostFollows) return false
    await addFollow(trx, { followerId, place, confirmed: true, ...wanted })
    return true
  })
}

/**
 * Notes that somebody wants to follow something from an address, and asks by mail whether that is so. What the asker
 * sees does not depend on whether the address is known.
 */
export function askToFollow(
  db: Kysely<Database>,
  asked: Wanted & { place: string; email: string; title: string; baseUrl: string; language: Language },
): Promise<void> {
  const { email, title, baseUrl, language, place, ...wanted } = asked
  return act(db, null, 'ask to follow corrections', async (trx) => {
    const person = await findPersonByEmail(trx, email)
    const personId = person?.id ?? null
    const followerId = await findOrAddFollower(trx, { personId, email }, language)
    if ((await countFollows(trx, followerId)) >= mostFollows) return
    const follow = await addFollow(trx, { followerId, place, confirmed: false, ...wanted })
    const token = await issueToken(trx, {
      purpose: 'follow',
      personId,
      data: { follow },
      minutes: confirmHours * 60,
    })
    const l = localeOf(language)
    await enqueueMail(trx, {
      kind: 'follow',
      personId: personId ?? undefined,
      to: email,
      ...confirmMail({ l, title, href: baseUrl + l.href(recallPaths.confirm(token)), hours: confirmHours }),
    })
  })
}

const asked = z.object({ follow: z.number() })

/** Confirms by the token of a mail, once. Gives the follower; undefined when the link is used or too old. */
export function confirm(db: Kysely<Database>, token: string): Promise<number | undefined> {
  return act(db, null, 'confirm following', async (trx) => {
    const used = await takeToken(trx, token, ['follow'])
    return used ? confirmFollow(trx, asked.parse(used.data).follow) : undefined
  })
}
