import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Steps } from '../rules/order-steps.ts'
import type { Direction } from '../tables.ts'
import type { Among } from './among.ts'
import type { ComparisonTables } from './tables.ts'

/** What is known ahead of a year in a large group. */
export type KnownYear = Pick<
  ComparisonTables['comparison_statistic'],
  'year' | 'count' | 'mean' | 'median' | 'q1' | 'q3' | 'min' | 'max'
> & { weightedMean: number | null; madeUp: boolean; computedAt: string }

/** The condition that a large group's organisations fulfil; `o` is the organisation. */
function inGroup({ group, belonging, day }: Among): RawBuilder<boolean> {
  switch (group) {
    case 'lan':
      return sql`o.kind = ${belonging.kind} and o.county_code = ${belonging.countyCode}`
    case 'skr':
      return sql`o.kind = ${belonging.kind} and o.group_code = ${belonging.groupCode}`
    case 'medlemmar':
      return sql`o.kind = ${belonging.kind} and exists (
        select from membership m where m.organisation_code = o.code and m.kind = 'full' and m.since <= ${day}::date
          and (m.until is null or m.until > ${day}::date))`
    default:
      return sql`o.kind = ${belonging.kind}`
  }
}

/** The codes of a group, so many at most: enough to see whether it is large. */
export async function listGroupCodes(db: Kysely<Database>, among: Among, most: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select o.code from organisation o where ${inGroup(among)} limit ${most}::int`.execute(db)
  return rows.map(({ code }) => code)
}

/** Every year that is known of a figure in a group, oldest first. */
export async function listKnownYears(
  db: Kysely<Database>,
  figureId: string,
  among: string,
): Promise<KnownYear[]> {
  const rows = await db
    .selectFrom('comparison_statistic')
    .where('key_figure_id', '=', figureId)
    .where('among', '=', among)
    .select(['year', 'count', 'mean', 'median', 'q1', 'q3', 'min', 'max'])
    .select(['weighted_mean as weightedMean', 'made_up as madeUp', 'computed_at as computedAt'])
    .orderBy('year')
    .execute()
  return rows.map((row) => ({ ...row, computedAt: row.computedAt.toISOString() }))
}

/** The steps of a year's order, lowest first. */
export async function findSteps(
  db: Kysely<Database>,
  figureId: string,
  among: string,
  year: number,
): Promise<Steps> {
  const row = await db
    .selectFrom('comparison_statistic')
    .where('key_figure_id', '=', figureId)
    .where('among', '=', among)
    .where('year', '=', year)
    .select(['steps', 'below'])
    .executeTakeFirst()
  return { values: row?.steps ?? [], below: row?.below ?? [] }
}

/** Whether values of a figure have changed that the comparison does not know of yet. */
export async function isWaiting(db: Kysely<Database>, figureId: string): Promise<boolean> {
  const row = await db
    .selectFrom('comparison_touched')
    .where('key_figure_id', '=', figureId)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How many go which way, and the year that is seen from. */
export function findWays(db: Kysely<Database>, figureId: string, among: string) {
  return db
    .selectFrom('comparison_way')
    .where('key_figure_id', '=', figureId)
    .where('among', '=', among)
    .select(['year', 'right_way as right', 'wrong_way as wrong', 'unchanged', 'too_few as tooFew'])
    .executeTakeFirst()
}

/** The codes of those in a group that have improved most, the fastest first. */
export async function listFastest(
  db: Kysely<Database>,
  { id, direction }: { id: string; direction: Direction },
  among: Among,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select t.organisation_code as code from comparison_trend t join organisation o on o.code = t.organisation_code
    where t.key_figure_id = ${id} and t.word = 'right' and ${inGroup(among)}
    order by t.slope ${sql.raw(direction === 'up' ? 'desc' : 'asc')} limit ${most}::int`.execute(db)
  return rows.map(({ code }) => code)
}

/** A figure and year among a group: where values are counted and listed. */
export interface OrderAsked {
  figureId: string
  year: number
  among: Among
}

const ranked = ({ figureId, year, among }: OrderAsked) => sql`
  key_figure_value v join organisation o on o.code = v.organisation_code
  where v.key_figure_id = ${figureId} and v.year = ${year}::int and v.known_until is null and v.value is not null
    and v.deviation_sv is null and ${inGroup(among)}`

/** How many values of a group lie from `from` to under `to`; from over it when `over` says so. */
export async function countBetween(
  db: Kysely<Database>,
  asked: OrderAsked,
  { from, to, over = false }: { from: number; to: number; over?: boolean },
): Promise<number> {
  const lower = over ? sql`v.value > ${from}::float8` : sql`v.value >= ${from}::float8`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${ranked(asked)} and ${lower} and v.value < ${to}::float8`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many have exactly this value and an earlier code. */
export async function countTiedBefore(
  db: Kysely<Database>,
  asked: OrderAsked,
  { code, value }: { code: string; value: number },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${ranked(asked)} and v.value = ${value}::float8
      and v.organisation_code < ${code}`.execute(db)
  return rows[0]?.count ?? 0
}

/** So many of a group in order, lowest first, from a value on after `skip` others. */
export async function listFrom(
  db: Kysely<Database>,
  asked: OrderAsked,
  { from, skip, most }: { from: number; skip: number; most: number },
): Promise<{ code: string; value: number }[]> {
  const { rows } = await sql<{ code: string; value: number }>`
    select v.organisation_code as code, v.value from ${ranked(asked)} and v.value >= ${from}::float8
    order by v.value, v.organisation_code offset ${skip}::int limit ${most}::int`.execute(db)
  return rows
}
