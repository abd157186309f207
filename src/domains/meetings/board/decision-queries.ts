import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Show } from './rules/show.ts'

/**
 * Gives a decision the next number of the year. Whoever decides at another meeting of the year waits; a decision that is
 * undone by a fault gives its number back.
 */
export async function takeParagraph(
  trx: Transaction<Database>,
  year: number,
  { itemId, voters }: { itemId: number; voters: number },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('board_paragraph'), ${year})`.execute(trx)
  const { rows } = await sql<{ number: number }>`
    insert into board_paragraph (year, number, item_id, voters)
    select ${year}, coalesce(max(number), 0) + 1, ${itemId}, ${voters} from board_paragraph where year = ${year}
    returning number`.execute(trx)
  const [taken] = rows
  if (!taken) throw new Error('No number was given.')
  return taken.number
}

/** Writes down what was decided. */
export async function recordDecision(
  trx: Transaction<Database>,
  decided: {
    itemId: number
    outcome: string
    decision: string
    paragraph: number
    openToAll: boolean
    now: Date
    show: Show | null
  },
): Promise<void> {
  const { itemId, outcome, decision, paragraph, openToAll, now, show } = decided
  await trx
    .updateTable('meeting_item')
    .set({
      outcome,
      decision,
      paragraph,
      open_to_all: openToAll,
      decided_at: now,
      version: sql`version + 1`,
    })
    .where('id', '=', itemId)
    .execute()
  if (!show) return
  await trx
    .insertInto('meeting_item_show')
    .values({
      item_id: itemId,
      in_favour: show.inFavour,
      against: show.against,
      abstained: show.abstained,
      tie_broken_by: show.tieBrokenBy,
    })
    .execute()
}

/** Mends the wording of a decision while the minutes are a draft; the number and the outcome stay. */
export async function rewordDecision(
  trx: Transaction<Database>,
  item: { id: number; version: number; decision: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('meeting_item')
    .set({ decision: item.decision, version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .where('paragraph', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that somebody is partial (jäv) in an item. */
export async function insertPartial(
  trx: Transaction<Database>,
  partial: { itemId: number; personId: number; reason: string },
): Promise<void> {
  await trx
    .insertInto('meeting_item_partial')
    .values({ item_id: partial.itemId, person_id: partial.personId, reason: partial.reason })
    .onConflict((known) => known.columns(['item_id', 'person_id']).doUpdateSet({ reason: partial.reason }))
    .execute()
}

export async function insertReservation(
  trx: Transaction<Database>,
  reservation: { itemId: number; personId: number; text: string },
): Promise<void> {
  const { itemId, personId, text } = reservation
  await trx
    .insertInto('meeting_item_reservation')
    .values({ item_id: itemId, person_id: personId, text })
    .onConflict((known) => known.columns(['item_id', 'person_id']).doUpdateSet({ text }))
    .execute()
}

export async function insertTask(
  trx: Transaction<Database>,
  task: { itemId: number; personId: number; what: string; dueOn: string },
): Promise<void> {
  await trx
    .insertInto('meeting_task')
    .values({ item_id: task.itemId, person_id: task.personId, what: task.what, due_on: task.dueOn })
    .execute()
}

export async function finishTask(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('meeting_task')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}
