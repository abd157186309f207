import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Puts items in an order; the database looks at the whole when the transaction ends. */
export async function orderItems(trx: Transaction<Database>, ids: readonly number[]): Promise<void> {
  await sql`
    update meeting_item i set ordinal = o.ordinal from unnest(${[...ids]}::bigint[]) with ordinality as o (id, ordinal)
    where i.id = o.id and i.ordinal <> o.ordinal`.execute(trx)
}
