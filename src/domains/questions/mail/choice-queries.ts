import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Rhythm } from '#platform/mail/rhythm.ts'

/** How often somebody wants mail: of questions that the person is asked, and of everything else. */
export interface MailChoice {
  asked: Rhythm
  others: Rhythm
}

/** What holds for those who have not chosen. */
export const usualChoice: MailChoice = { asked: 'at-once', others: 'daily' }

export async function findChoice(db: Kysely<Database>, personId: number): Promise<MailChoice> {
  const row = await db
    .selectFrom('question_mail_choice')
    .select(['asked', 'others'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? usualChoice
}

export async function saveChoice(
  trx: Transaction<Database>,
  personId: number,
  choice: MailChoice,
): Promise<void> {
  await trx
    .insertInto('question_mail_choice')
    .values({ person_id: personId, ...choice })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(choice))
    .execute()
}

/** No mail of questions any more; what still waits to leave is not wanted either. */
export async function declineAll(trx: Transaction<Database>, personId: number): Promise<void> {
  await saveChoice(trx, personId, { asked: 'never', others: 'never' })
  await sql`
    update mail set given_up_at = now(), failure = 'unsubscribed'
    where person_id = ${personId} and kind = 'question' and sent_at is null and given_up_at is null
      and claimed_at is null and handed_at is null`.execute(trx)
}

export async function eraseChoice(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('question_mail_choice').where('person_id', '=', personId).execute()
}
