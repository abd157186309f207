import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findPerson } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { insertMessage, lockSentToday } from './card-queries.ts'
import { contactPaths } from './paths.ts'
import { messageLimits } from './rules.ts'
import { textsOf } from './texts.ts'

export interface Message {
  subject: string
  body: string
  recipientIds: number[]
}

/** Sends a message to people of the network; replies go to the sender. False when the day's limit is reached. */
export function sendMessage(
  db: Kysely<Database>,
  actor: Actor,
  baseUrl: string,
  message: Message,
): Promise<boolean> {
  const { subject, body, recipientIds } = message
  return act(db, actor, 'write to contacts', async (trx) => {
    const today = await lockSentToday(trx, actor.personId)
    const within =
      today.messages < messageLimits.messagesADay &&
      today.recipients + recipientIds.length <= messageLimits.recipientsADay
    if (!within || !actor.email) return false
    await insertMessage(trx, { sender_id: actor.personId, subject, body, recipients: recipientIds.length })
    for (const id of recipientIds) {
      const person = await findPerson(trx, id)
      if (!person?.email) continue
      const l = localeOf(person.language)
      const t = textsOf(l).mail
      const organisation = actor.roles[0]?.organisationName ?? ''
      await enqueueMail(trx, {
        kind: 'contact',
        personId: id,
        to: person.email,
        replyTo: actor.email,
        ...writeMail({
          language: l.language,
          subject,
          paragraphs: [t.intro(actor.name, organisation), body],
          footer: [t.reply(actor.name), t.stop(baseUrl + l.href(contactPaths.card)), t.from],
        }),
      })
    }
    return true
  })
}
