import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { type ActingPerson, act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { roles } from '#domains/accounts/index.ts'
import { localeOf } from '#platform/i18n.ts'
import { type Mail, writeMail } from '#platform/mail/mail.ts'
import type { Secrets } from '#platform/secrets.ts'
import {
  insertLetterMails,
  type Letter,
  listRecipients,
  lockLetter,
  type Recipient,
  setState,
} from './letter-queries.ts'
import { letterPaths } from './paths.ts'
import { paragraphsOf, personalText } from './rules.ts'
import type { LetterKind } from './tables.ts'
import { textsOf } from './texts.ts'

/** An audience as it is stored and as forms send it. */
export const audienceSchema = z.object({
  roles: z.array(z.enum(roles)).default([]),
  counties: z.array(z.string()).default([]),
  kinds: z.array(z.enum(['municipality', 'region'])).default([]),
  lacking: z.enum(['', ...roles]).default(''),
  organisations: z.array(z.string()).default([]),
  observers: z.boolean().default(false),
})

/** What a letter needs of its surroundings to be written. */
export interface Desk {
  db: Kysely<Database>
  baseUrl: string
  secrets: Secrets
  today: string
}

type Text = { kind: LetterKind; subject: string; body: string }

/** A letter as one person gets it, with the way to decline its kind. */
export function writeLetter(
  { baseUrl, secrets }: Pick<Desk, 'baseUrl' | 'secrets'>,
  { kind, subject, body }: Text,
  recipient: Recipient,
): Pick<Mail, 'subject' | 'plain' | 'html'> & { unsubscribe: string } {
  const l = localeOf(recipient.language)
  const t = textsOf(l).mail
  const token = secrets.sign('unsubscribe', { person: recipient.personId, kind })
  const unsubscribe = baseUrl + l.href(letterPaths.unsubscribe(token))
  const mail = writeMail({
    language: l.language,
    subject: personalText(subject, recipient),
    paragraphs: paragraphsOf(body).map((paragraph) => personalText(paragraph, recipient)),
    footer: [t.why(recipient.organisation), t.decline(textsOf(l).kinds[kind], unsubscribe), t.from],
  })
  return { ...mail, unsubscribe }
}

/**
 * Queues a letter: every mail is written and put in the outbox in one transaction. A letter that is queued already
 * stays as it is, however often and by whomever this is asked. Gives how many get it, or undefined then.
 */
export function queueLetter(desk: Desk, who: ActingPerson, id: number): Promise<number | undefined> {
  return act(desk.db, who, 'send a letter', async (trx) => {
    const letter = await lockLetter(trx, id)
    if (!letter || letter.state === 'queued') return undefined
    return queueLocked(trx, desk, letter)
  })
}

async function queueLocked(trx: Transaction<Database>, desk: Desk, letter: Letter): Promise<number> {
  const audience = audienceSchema.parse(letter.audience)
  const recipients = (await listRecipients(trx, audience, letter.kind, desk.today)).filter(
    ({ refused }) => !refused,
  )
  const mails = recipients.map((recipient) => ({
    personId: recipient.personId,
    recipient: recipient.email,
    ...writeLetter(desk, letter, recipient),
  }))
  await insertLetterMails(trx, letter, mails)
  await setState(trx, letter.id, 'queued', { queued_at: new Date() })
  return mails.length
}
