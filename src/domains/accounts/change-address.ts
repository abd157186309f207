import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { type Language, localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { newAddressMail } from './emails.ts'
import { loginPaths } from './paths.ts'
import { findPerson, findPersonByEmail, updatePerson } from './person-queries.ts'
import { issueToken, takeToken } from './token-queries.ts'

const minutes = 60
const proposal = z.object({ email: z.string() })

/** Sends a link to a new address: it is used only after somebody has shown to read it. */
export function proposeAddress(
  db: Kysely<Database>,
  actor: Actor,
  { email, baseUrl, language }: { email: string; baseUrl: string; language: Language },
): Promise<void> {
  return act(db, actor, 'propose a new address', async (trx) => {
    const token = await issueToken(trx, {
      purpose: 'new-address',
      personId: actor.personId,
      data: { email },
      minutes,
    })
    const l = localeOf(language)
    const href = baseUrl + l.href(loginPaths.newAddress(token))
    await enqueueMail(trx, {
      kind: 'new-address',
      personId: actor.personId,
      to: email,
      ...newAddressMail({ l, href }),
    })
  })
}

/** Changes the address by the link's token. Gives an error's key when the link is used up or the address taken. */
export function confirmAddress(
  db: Kysely<Database>,
  actor: Actor,
  token: string,
): Promise<'changed' | 'link-used' | 'email-taken'> {
  return act(db, actor, 'change own address', async (trx) => {
    const used = await takeToken(trx, token, ['new-address'])
    const person = await findPerson(trx, actor.personId)
    if (used?.person_id !== actor.personId || !person) return 'link-used'
    const { email } = proposal.parse(used.data)
    const other = await findPersonByEmail(trx, email)
    if (other && other.id !== person.id) return 'email-taken'
    const { name, title, phone, language } = person
    await updatePerson(trx, person.id, { name, title, phone, language, email })
    return 'changed'
  })
}
