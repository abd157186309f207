import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A level that a member has decided to reach in a figure. */
export interface OwnTarget {
  code: string
  figureId: string
  value: number
  year: number
  /** The decision that it rests on, in words. */
  decision: string
  madeUp: boolean
}

/** The targets that members have set themselves: those that hold now, or held at an instant (ISO 8601). */
export async function listTargets(db: Kysely<Database>, knownAt: string | null = null): Promise<OwnTarget[]> {
  const instant = sql`${knownAt}::timestamptz`
  const { rows } = await sql<OwnTarget>`
    select organisation_code as code, key_figure_id as "figureId", value, year, decision, made_up as "madeUp"
    from organisation_target_history
    where case when ${instant} is null then known_until is null
      else known_from <= ${instant} and (known_until is null or known_until > ${instant}) end
    order by organisation_code, key_figure_id`.execute(db)
  return rows
}

/** Sets a member's target in a figure, in place of the one before, which stays in the log. */
export async function saveTarget(
  trx: Transaction<Database>,
  target: OwnTarget & { setBy: number },
): Promise<void> {
  const row = {
    value: target.value,
    year: target.year,
    decision: target.decision,
    made_up: target.madeUp,
    set_by: target.setBy,
  }
  await trx
    .insertInto('organisation_target')
    .values({ organisation_code: target.code, key_figure_id: target.figureId, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_code', 'key_figure_id']).doUpdateSet(row))
    .execute()
}

/** Takes a member's target away. */
export async function removeTarget(
  trx: Transaction<Database>,
  code: string,
  figureId: string,
): Promise<void> {
  await trx
    .deleteFrom('organisation_target')
    .where('organisation_code', '=', code)
    .where('key_figure_id', '=', figureId)
    .execute()
}
