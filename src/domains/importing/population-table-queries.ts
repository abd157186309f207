import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { PopulationTable } from './rules/population.ts'

/** The tables that the population is taken from, the oldest years first. */
export async function listPopulationTables(db: Kysely<Database>): Promise<PopulationTable[]> {
  const rows = await db.selectFrom('population_table').selectAll().orderBy('since_year').execute()
  return rows.map(({ id, contents, basis, since_year, until_year }) => ({
    id,
    contents,
    basis,
    sinceYear: since_year,
    untilYear: until_year,
  }))
}

/** Makes these the tables that the population is taken from. */
export async function savePopulationTables(
  trx: Transaction<Database>,
  tables: PopulationTable[],
): Promise<void> {
  const ids = tables.map(({ id }) => id)
  await trx.deleteFrom('population_table').where('id', 'not in', ids).execute()
  for (const { id, contents, basis, sinceYear, untilYear } of tables) {
    const row = { id, contents, basis, since_year: sinceYear, until_year: untilYear }
    await trx
      .insertInto('population_table')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}
