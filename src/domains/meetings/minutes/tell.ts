import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findPerson } from '#domains/accounts/index.ts'
import type { StatuteRules } from '#domains/statutes/index.ts'
import { addDays } from '#platform/days.ts'
import { localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import type { Meeting } from '../queries.ts'
import type { MinutesOrgan } from './organ.ts'
import { listSigners } from './queries.ts'
import { textsOf } from './texts.ts'

/** Tells the chair and the adjusters that the minutes wait for them. */
export async function tellSigners(
  trx: Transaction<Database>,
  organ: MinutesOrgan,
  meeting: Meeting,
  { baseUrl, rules }: { baseUrl: string; rules: StatuteRules },
): Promise<void> {
  const { value, paragraph } = rules.minutes_days
  for (const { personId } of await listSigners(trx, meeting.id)) {
    const person = await findPerson(trx, personId)
    if (!person?.email) continue
    const l = localeOf(person.language)
    const t = textsOf(l).mail
    const name = organ.nameOf(meeting, l)
    await enqueueMail(trx, {
      kind: 'minutes-to-approve',
      personId,
      to: person.email,
      ...writeMail({
        language: l.language,
        subject: t.subject(name),
        paragraphs: [
          t.greeting(person.name),
          t.text(name, l.date(addDays(meeting.heldOn, value)), paragraph),
        ],
        button: { label: t.open, href: baseUrl + l.href(organ.path(meeting)) },
        footer: [t.from],
      }),
    })
  }
}
