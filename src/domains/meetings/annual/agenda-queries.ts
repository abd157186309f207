import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { ItemKind } from '../tables.ts'

/** An item to put on an agenda. */
export interface NewItem {
  title: string
  text: string
  kind: ItemKind
  business: { kind: string; id: string } | null
  madeUp: boolean
}

/** Puts items on an agenda in the order given, after `after`; those already there by their business are left. */
export async function insertItems(
  trx: Transaction<Database>,
  meetingId: number,
  items: NewItem[],
  after: number,
): Promise<void> {
  for (const [i, item] of items.entries()) {
    await trx
      .insertInto('meeting_item')
      .values({
        meeting_id: meetingId,
        ordinal: after + i + 1,
        title: item.title,
        text: item.text,
        kind: item.kind,
        business_kind: item.business?.kind ?? null,
        business_id: item.business?.id ?? null,
        made_up: item.madeUp,
      })
      .execute()
  }
}

/** Makes room for so many items after a place. */
export async function makeRoom(
  trx: Transaction<Database>,
  meetingId: number,
  after: number,
  count: number,
): Promise<void> {
  await sql`update meeting_item set ordinal = ordinal + ${count} where meeting_id = ${meetingId} and ordinal > ${after}`.execute(
    trx,
  )
}

/** Changes an item that is not decided. False when it is, or somebody was quicker. */
export async function updateItem(
  trx: Transaction<Database>,
  id: number,
  { title, text }: { title: string; text: string },
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('meeting_item')
    .set({ title, text, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('paragraph', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes an item that is not decided off the agenda and closes the gap. */
export async function removeItem(
  trx: Transaction<Database>,
  item: { id: number; meetingId: number; ordinal: number },
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('meeting_item')
    .where('id', '=', item.id)
    .where('paragraph', 'is', null)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await sql`update meeting_item set ordinal = ordinal - 1 where meeting_id = ${item.meetingId} and ordinal > ${item.ordinal}`.execute(
    trx,
  )
}
