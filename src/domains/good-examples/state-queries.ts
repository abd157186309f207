import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Lets everyone read a draft. */
export async function publishDraft(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('good_example')
    .set({ state: 'published', published_at: now })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Throws a draft away; what has been published stays. */
export async function deleteDraft(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('good_example')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Takes a published example off the site with a reason, or shows it again when the reason is null. */
export async function setHidden(
  trx: Transaction<Database>,
  id: number,
  reason: string | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('good_example')
    .set({ hidden_at: reason === null ? null : now, hidden_reason: reason ?? '' })
    .where('id', '=', id)
    .where('state', '=', 'published')
    .execute()
}
