import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { invitationMail } from './emails.ts'
import { loginPaths } from './paths.ts'
import type { PersonRow } from './person-queries.ts'
import { roleName } from './role-names.ts'
import { issueToken } from './token-queries.ts'

/** How long an invitation's link logs in; afterwards the address alone does, by an ordinary login link. */
const days = 14

/** Tells a person by mail of a new role, with a link that logs in once and leads to `landing`. */
export async function sendInvitation(
  trx: Transaction<Database>,
  invitation: {
    person: PersonRow
    role: string
    organisationName: string
    invitedBy: string
    baseUrl: string
    /** Path to arrive at, without language. */
    landing: string
  },
): Promise<void> {
  const { person, role, organisationName, invitedBy, baseUrl, landing } = invitation
  if (!person.email) return
  const token = await issueToken(trx, {
    purpose: 'invitation',
    personId: person.id,
    data: { till: landing },
    minutes: days * 24 * 60,
  })
  const l = localeOf(person.language)
  const href = baseUrl + l.href(loginPaths.link(token))
  await enqueueMail(trx, {
    kind: 'invitation',
    personId: person.id,
    to: person.email,
    ...invitationMail({ l, href, role: roleName(role, l), organisationName, invitedBy, days }),
  })
}
