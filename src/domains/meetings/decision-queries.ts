import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Meeting } from './queries.ts'

/** Lets one decision at a time take the next paragraph: the board's run through the year, across its meetings. */
export async function holdParagraphs(trx: Transaction<Database>, meeting: Meeting): Promise<void> {
  const line = meeting.organ === 'board' ? `board ${meeting.heldOn.slice(0, 4)}` : `annual ${meeting.id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${`paragraphs ${line}`}, 0))`.execute(trx)
}

/** The last paragraph that is taken; 0 before the first. */
export async function lastParagraph(trx: Transaction<Database>, meeting: Meeting): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(i.paragraph), 0) as last from meeting_item i join meeting m on m.id = i.meeting_id
    where case when ${meeting.organ} = 'board'
      then m.organ = 'board' and extract(year from m.held_on) = ${Number(meeting.heldOn.slice(0, 4))}
      else m.id = ${meeting.id} end`.execute(trx)
  return rows[0]?.last ?? 0
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
