import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { InvoiceDocument } from './document.ts'

/** Days after the due day, and after the last reminder, that pass before a reminder may be sent. */
export const quietDays = 7

export interface Overdue {
  id: number
  number: string
  document: InvoiceDocument
  openOre: number
  /** Where reminders go; empty when no address is known. */
  receiver: string
  reminders: number
}

/** Invoices that are overdue and whose member has not just been reminded. */
export async function listOverdue(
  db: Kysely<Database>,
  today: string,
  number: string | null = null,
): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select i.id, i.number, i.document, b.open_ore as "openOre", i.document -> 'buyer' ->> 'email' as receiver,
      (select count(*) from invoice_reminder r where r.invoice_id = i.id) as reminders
    from invoice i join invoice_balance b on b.invoice_id = i.id
    where b.open_ore > 0 and i.due_on < ${today}::date - ${quietDays}::int
      and (${number}::text is null or i.number = ${number})
      and i.document -> 'buyer' ->> 'email' <> ''
      and not exists (
        select from invoice_reminder r where r.invoice_id = i.id and r.sent_on > ${today}::date - ${quietDays}::int)
    order by i.id`.execute(db)
  return rows
}

/** Notes a reminder; false when the same one has been sent already. */
export async function noteReminder(
  trx: Transaction<Database>,
  overdue: Overdue,
  today: string,
): Promise<boolean> {
  const noted = await trx
    .insertInto('invoice_reminder')
    .values({
      invoice_id: overdue.id,
      ordinal: overdue.reminders + 1,
      sent_on: today,
      open_ore: overdue.openOre,
      receiver: overdue.receiver,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(noted.numInsertedOrUpdatedRows) > 0
}
