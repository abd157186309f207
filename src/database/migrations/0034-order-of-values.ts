import { type Kysely, type RawBuilder, sql } from 'kysely'

export const online = true

const indexes = {
  key_figure_value_ranked: `key_figure_value (key_figure_id, year, value, organisation_code)
    where known_until is null and value is not null and deviation_sv is null`,
  key_figure_value_made_up: `key_figure_value (key_figure_id, year)
    where known_until is null and basis = 'made-up'`,
  organisation_name: 'organisation (kind, name collate "sv-SE-x-icu", code)',
  organisation_county: 'organisation (county_code, kind)',
  organisation_group: 'organisation (group_code)',
}

/** The order of each figure and year, and ways to the organisations of a group. */
export async function up(db: Kysely<unknown>, concurrently: RawBuilder<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(indexes)) {
    await sql`drop index ${concurrently} if exists ${sql.raw(name)}`.execute(db)
    await sql`create index ${concurrently} ${sql.raw(name)} on ${sql.raw(columns)}`.execute(db)
  }
}
