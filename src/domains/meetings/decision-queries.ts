import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** The last paragraph that a meeting has given; 0 before the first. */
export async function lastParagraph(trx: Transaction<Database>, meetingId: number): Promise<number> {
  const { last } = await trx
    .selectFrom('meeting_item')
    .where('meeting_id', '=', meetingId)
    .select(({ fn }) => fn.max('paragraph').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Writes the decision at its item. */
export async function saveItemDecision(
  trx: Transaction<Database>,
  id: number,
  { outcome, text, paragraph, now }: { outcome: string; text: string; paragraph: number; now: Date },
): Promise<void> {
  await trx
    .updateTable('meeting_item')
    .set(({ eb }) => ({
      outcome,
      decision: text,
      paragraph,
      decided_at: now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
