import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FigureWords } from './figure-form.ts'

export type FigureRow = Selectable<Database['key_figure']>

/** A figure of the meetings or the network with its raw words; the members' own are kept elsewhere. */
export function findFigureRow(db: Kysely<Database>, id: string): Promise<FigureRow | undefined> {
  return db
    .selectFrom('key_figure')
    .selectAll()
    .where('id', '=', id)
    .where('kept_by', '<>', 'members')
    .executeTakeFirst()
}

/** Finds a figure and holds it until the transaction ends. */
export function lockFigureRow(trx: Transaction<Database>, id: string): Promise<FigureRow | undefined> {
  return trx
    .selectFrom('key_figure')
    .selectAll()
    .where('id', '=', id)
    .where('kept_by', '<>', 'members')
    .forUpdate()
    .executeTakeFirst()
}

/** What hangs on a figure. */
export interface Weight {
  values: number
  organisations: number
  firstYear: number | null
  lastYear: number | null
  /** Years of the open rounds that ask for it. */
  openRounds: number[]
  /** How many members have set a target in it. */
  targets: number
}

export async function weighFigure(db: Kysely<Database>, id: string): Promise<Weight> {
  const { rows } = await sql<Weight>`
    select count(*)::int as values, count(distinct organisation_code)::int as organisations, min(year) as "firstYear",
      max(year) as "lastYear",
      array(select r.year from reporting_round r join reporting_round_figure f on f.round_id = r.id
        where f.key_figure_id = ${id} and r.closed_at is null order by r.year) as "openRounds",
      (select count(*)::int from organisation_target t where t.key_figure_id = ${id}) as targets
    from key_figure_value where key_figure_id = ${id} and known_until is null and value is not null`.execute(
    db,
  )
  const [weight] = rows
  if (!weight) throw new Error('A count gave no row.')
  return weight
}

/** The open rounds that ask for any of some figures, each with the figures asked for. */
export async function listRoundsAsking(
  db: Kysely<Database>,
  ids: string[],
): Promise<{ year: number; figures: string[] }[]> {
  const { rows } = await sql<{ year: number; figures: string[] }>`
    select r.year, json_agg(f.key_figure_id order by f.key_figure_id) as figures
    from reporting_round r join reporting_round_figure f on f.round_id = r.id
    where f.key_figure_id = any(${ids}) and r.closed_at is null group by r.year order by r.year`.execute(db)
  return rows
}

/** How many values stand on each side of a break. */
export async function countAround(
  db: Kysely<Database>,
  id: string,
  year: number,
): Promise<{ before: number; after: number }> {
  const { rows } = await sql<{ before: number; after: number }>`
    select count(*) filter (where year < ${year})::int as before, count(*) filter (where year >= ${year})::int as after
    from key_figure_value where key_figure_id = ${id} and known_until is null and value is not null`.execute(
    db,
  )
  return rows[0] ?? { before: 0, after: 0 }
}

/** Adds a figure to a set, at the place of the one it replaces or last. */
export async function insertFigure(
  trx: Transaction<Database>,
  words: FigureWords,
  place: { id: string; setId: string; replaces: string[]; ordinal: number | null; decisionId: number },
): Promise<void> {
  const { id, setId, replaces, ordinal, decisionId } = place
  await trx
    .insertInto('key_figure')
    .values({
      ...words,
      id,
      set_id: setId,
      replaces,
      ordinal:
        ordinal ??
        sql<number>`(select coalesce(max(ordinal), 0) + 1 from (
          select ordinal from key_figure where set_id = ${setId}
          union all select ordinal from key_figure_carried where set_id = ${setId}) as taken)`,
      decision_id: decisionId,
      kept_by: 'secretariat',
      certainty: 'decided',
    })
    .execute()
}

/** Changes a figure over the version that was seen; from now on the secretariat keeps it. False when overtaken. */
export async function updateFigure(
  trx: Transaction<Database>,
  id: string,
  words: FigureWords,
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('key_figure')
    .set({ ...words, kept_by: 'secretariat', version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a break; the figure and its breaks are the secretariat's from now on. False when the year has one. */
export async function insertBreak(
  trx: Transaction<Database>,
  id: string,
  given: { year: number; reasonSv: string; reasonEn: string; decisionId: number },
): Promise<boolean> {
  const row = await trx
    .insertInto('key_figure_break')
    .values({
      key_figure_id: id,
      year: given.year,
      reason_sv: given.reasonSv,
      reason_en: given.reasonEn,
      decision_id: given.decisionId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('year')
    .executeTakeFirst()
  if (row) await keep(trx, id)
  return row !== undefined
}

/** Takes a break away. False when there is none. */
export async function deleteBreak(trx: Transaction<Database>, id: string, year: number): Promise<boolean> {
  const row = await trx
    .deleteFrom('key_figure_break')
    .where('key_figure_id', '=', id)
    .where('year', '=', year)
    .returning('year')
    .executeTakeFirst()
  if (row) await keep(trx, id)
  return row !== undefined
}

/** What the secretariat has changed the loading of reference facts leaves alone. */
async function keep(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.updateTable('key_figure').set({ kept_by: 'secretariat' }).where('id', '=', id).execute()
}
