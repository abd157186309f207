import type { Kysely } from 'kysely'
import { type ActingPerson, act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { daysBetween } from '#platform/days.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { reminderMail } from '../emails.ts'
import { findSettings } from '../settings-queries.ts'
import { invoiceFile } from './deliver.ts'
import { fileName } from './file-names.ts'
import { listOverdue, noteReminder } from './reminder-queries.ts'

/** Simple interest in öre on what is overdue, rounded down: per cent a year, for so many days of 365. */
export function interestOn(openOre: number, percent: number, days: number): number {
  return Math.floor((openOre * percent * days) / 36_500)
}

/** Reminds of every overdue invoice, or of one, with the invoice beside. Returns how many reminders left. */
export async function remindOfOverdue(
  db: Kysely<Database>,
  actor: ActingPerson,
  today: string,
  number: string | null = null,
): Promise<number> {
  const overdue = await listOverdue(db, today, number)
  const settings = await findSettings(db)
  const l = localeOf('sv')
  let sent = 0
  for (const one of overdue) {
    const pdf = await invoiceFile(db, one, 'pdf')
    const days = daysBetween(one.document.dueOn, today)
    const percent = settings?.interestPercent ?? null
    const reminder = {
      openOre: one.openOre,
      days,
      interestOre: percent === null ? null : interestOn(one.openOre, percent, days),
    }
    const left = await act(db, actor, 'remind of an invoice', async (trx) => {
      if (!(await noteReminder(trx, one, today))) return false
      await enqueueMail(trx, {
        kind: 'invoice-reminder',
        to: one.receiver,
        ...reminderMail(l, one.document, reminder),
        attachments: [{ name: fileName('invoice', one.number), mediaType: 'application/pdf', content: pdf }],
      })
      return true
    })
    if (left) sent += 1
  }
  return sent
}
