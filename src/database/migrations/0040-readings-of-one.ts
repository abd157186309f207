import { type Kysely, type RawBuilder, sql } from 'kysely'

export const online = true

const isPlain = `(value is not null and reported_by = '' and deviation_sv is null and revision_sv is null
  and comment = '')`
const columns = 'key_figure_value (organisation_code, key_figure_id, year)'
const indexes = {
  key_figure_value_plain: `${columns} include (value, status, basis, source_id)
    where known_until is null and ${isPlain}`,
  key_figure_value_told: `${columns} where known_until is null and not ${isPlain}`,
  membership_full: `membership (organisation_code collate "C", since, until) where kind = 'full'`,
}

/**
 * The readings of one organisation beside each other: those of which nothing more is told than the index holds, and the
 * few others. Texts that people wrote stay outside, since an index takes no long ones. And whether somebody is a full
 * member, which is asked of thousands one by one.
 */
export async function up(db: Kysely<unknown>, concurrently: RawBuilder<unknown>): Promise<void> {
  for (const [name, definition] of Object.entries(indexes)) {
    await sql`drop index ${concurrently} if exists ${sql.raw(name)}`.execute(db)
    await sql`create index ${concurrently} ${sql.raw(name)} on ${sql.raw(definition)}`.execute(db)
  }
}
