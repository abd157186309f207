import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AskedKind } from './rules.ts'

/**
 * A report in which a member corrects a year, whether or not it was asked for that year: in the year's round when
 * there is one, else in one that was made for corrections and asks nobody. `isNew` tells whether it was made now.
 */
export async function openCorrection(
  trx: Transaction<Database>,
  given: { code: string; year: number; kind: AskedKind; figures: string[]; today: string; madeUp: boolean },
): Promise<{ id: number; isNew: boolean }> {
  const { code, year, kind, figures, today, madeUp } = given
  const made = await trx
    .insertInto('reporting_round')
    .values({
      year,
      kind,
      due_on: today,
      opened_by: null,
      closed_at: new Date(),
      made_up: madeUp,
      corrections_only: true,
    })
    .onConflict((conflict) => conflict.columns(['year', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) {
    await trx
      .insertInto('reporting_round_figure')
      .values(figures.map((figure) => ({ round_id: made.id, key_figure_id: figure })))
      .execute()
  }
  const inserted = await sql<{ id: number }>`
    insert into report (round_id, organisation_code, state)
    select id, ${code}, 'returned' from reporting_round where year = ${year} and kind = ${kind}
    on conflict (round_id, organisation_code) do nothing returning id`.execute(trx)
  const [row] = inserted.rows
  if (row) return { id: row.id, isNew: true }
  const known = await sql<{ id: number }>`
    select p.id from report p join reporting_round r on r.id = p.round_id
    where r.year = ${year} and r.kind = ${kind} and p.organisation_code = ${code}`.execute(trx)
  return { id: known.rows[0]?.id ?? 0, isNew: false }
}
