import { type Kysely, type RawBuilder, sql } from 'kysely'

export const online = true

/** The reading that came after another, where it was closed in its turn: of the others `key_figure_value_current` tells. */
export async function up(db: Kysely<unknown>, concurrently: RawBuilder<unknown>): Promise<void> {
  await sql`drop index ${concurrently} if exists key_figure_value_closed_of_one`.execute(db)
  await sql`
    create index ${concurrently} key_figure_value_closed_of_one
    on key_figure_value (key_figure_id, organisation_code, year, known_from)
    where known_until is not null`.execute(db)
}
