import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { YearValue } from '../rules/trend.ts'
import type { Belonging } from './among.ts'
import type { ComparisonTables } from './tables.ts'

/** An organisation with what its place in groups and means leans on. */
export interface Comparable extends Belonging {
  code: string
  member: boolean
  /** Year and inhabitants, oldest first. */
  populations: [number, number][]
}

/** Waits for its turn: one at a time refreshes, whatever the number of workers. Holds until the transaction ends. */
export async function takeTurn(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('refresh-comparisons'))`.execute(trx)
}

/** Whether comparisons are computed ahead, and for which day memberships were last looked at. */
export async function findState(db: Kysely<Database>): Promise<{ large: boolean; day: string | null }> {
  return db.selectFrom('comparison_state').select(['large', 'day']).executeTakeFirstOrThrow()
}

/** Begins to compute ahead: no value that is being written meanwhile is missed. */
export async function becomeLarge(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('comparison_state'))`.execute(trx)
  await trx.updateTable('comparison_state').set({ large: true }).execute()
  await trx
    .insertInto('comparison_touched')
    .columns(['key_figure_id'])
    .expression((eb) => eb.selectFrom('key_figure').select('id'))
    .execute()
}

/** Stops computing ahead and forgets what was computed. */
export async function becomeSmall(trx: Transaction<Database>): Promise<void> {
  await trx.updateTable('comparison_state').set({ large: false, day: null }).execute()
  for (const table of [
    'comparison_touched',
    'comparison_statistic',
    'comparison_way',
    'comparison_trend',
  ] as const) {
    await trx.deleteFrom(table).execute()
  }
}

/** Marks every group as changed when a membership has begun or ended by itself since the last look. */
export async function touchByCalendar(trx: Transaction<Database>, today: string): Promise<void> {
  await sql`
    insert into comparison_touched (key_figure_id, trends)
    select f.id, false from key_figure f, comparison_state s
    where s.day is not null and exists (
      select from membership m where m.since > s.day and m.since <= ${today}::date
        or m.until > s.day and m.until <= ${today}::date)`.execute(trx)
  await trx.updateTable('comparison_state').set({ day: today }).execute()
}

export async function listTouchedFigures(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('comparison_touched').select('key_figure_id as id').distinct().execute()
  return rows.map(({ id }) => id)
}

/** What has changed of a figure; null for a part of everything. */
export interface Touched {
  years: number[] | null
  codes: string[] | null
}

/** Takes what has changed of a figure off the list. */
export async function takeTouched(trx: Transaction<Database>, figureId: string): Promise<Touched> {
  const { rows } = await sql<{
    years: number[] | null
    codes: string[] | null
    every: boolean
    each: boolean
  }>`
    with taken as (
      delete from comparison_touched where key_figure_id = ${figureId} returning year, organisation_code, trends)
    select array_agg(distinct year) as years,
      coalesce(array_agg(distinct organisation_code) filter (where organisation_code is not null), '{}') as codes,
      bool_or(year is null) as every, bool_or(trends and organisation_code is null) as each from taken`.execute(
    trx,
  )
  const taken = rows[0]
  return {
    years: taken?.every ? null : (taken?.years ?? []),
    codes: taken?.each ? null : (taken?.codes ?? []),
  }
}

/** Every municipality and region with what comparison among many needs. */
export async function listComparable(db: Kysely<Database>, day: string): Promise<Comparable[]> {
  const { rows } = await sql<{ all: Comparable[] | null }>`
    select json_agg(json_build_object('code', o.code, 'kind', o.kind, 'countyCode', o.county_code,
      'groupCode', o.group_code, 'member', m.code is not null, 'populations', coalesce(p.known, '[]'))) as all
    from organisation o
    left join (
      select organisation_code as code, json_agg(json_build_array(year, inhabitants) order by year) as known
      from population group by 1) p using (code)
    left join (
      select distinct organisation_code as code from membership
      where kind = 'full' and since <= ${day}::date and (until is null or until > ${day}::date)) m using (code)
    where o.kind in ('municipality', 'region')`.execute(db)
  return rows[0]?.all ?? []
}

export async function listYears(db: Kysely<Database>, figureId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive y as (
      select min(year) as year from key_figure_value where key_figure_id = ${figureId} and ${counts}
      union all
      select (select min(year) from key_figure_value where key_figure_id = ${figureId} and ${counts} and year > y.year)
      from y where y.year is not null)
    select year from y where year is not null`.execute(db)
  return rows.map(({ year }) => year)
}

/** What takes part in trend, rank and means, as the index has it. */
const counts = sql`known_until is null and value is not null and deviation_sv is null`

/** The values of a year that count, lowest first. */
export async function listOrdered(
  db: Kysely<Database>,
  figureId: string,
  year: number,
): Promise<{ codes: string[]; values: number[]; madeUp: boolean }> {
  const { rows } = await sql<{ codes: string[] | null; values: number[] | null; madeUp: boolean }>`
    select json_agg(organisation_code) as codes, json_agg(value) as values,
      exists (select from key_figure_value where key_figure_id = ${figureId} and year = ${year}
        and known_until is null and basis = 'made-up') as "madeUp"
    from (
      select organisation_code, value from key_figure_value
      where key_figure_id = ${figureId} and year = ${year}::int and ${counts}
      order by value) v`.execute(db)
  const { codes, values, madeUp } = rows[0] ?? { codes: null, values: null, madeUp: false }
  return { codes: codes ?? [], values: values ?? [], madeUp }
}

/** The values that count of some organisations, oldest first. */
export async function listSeries(
  db: Kysely<Database>,
  figureId: string,
  codes: string[],
): Promise<{ code: string; points: YearValue[] }[]> {
  const { rows } = await sql<{ code: string; years: number[]; values: number[] }>`
    select organisation_code as code, json_agg(year order by year) as years, json_agg(value order by year) as values
    from key_figure_value
    where key_figure_id = ${figureId} and organisation_code = any(${codes}) and ${counts}
    group by 1`.execute(db)
  return rows.map(({ code, years, values }) => ({
    code,
    points: years.flatMap((year, at) => {
      const value = values[at]
      return value === undefined ? [] : [{ year, value }]
    }),
  }))
}

type Row<T extends keyof ComparisonTables> = Omit<
  { [C in keyof ComparisonTables[T]]: ComparisonTables[T][C] },
  'computed_at'
>

/** Replaces the statistics of a figure and year. */
export async function saveStatistics(
  trx: Transaction<Database>,
  figureId: string,
  year: number,
  statistics: Row<'comparison_statistic'>[],
): Promise<void> {
  await trx
    .deleteFrom('comparison_statistic')
    .where('key_figure_id', '=', figureId)
    .where('year', '=', year)
    .execute()
  if (statistics.length > 0) await trx.insertInto('comparison_statistic').values(statistics).execute()
}

/** Brings the trends of some organisations up to date; one that has no values any more keeps none. */
export async function saveTrends(
  trx: Transaction<Database>,
  figureId: string,
  codes: string[],
  trends: Pick<ComparisonTables['comparison_trend'], 'organisation_code' | 'word' | 'slope'>[],
): Promise<void> {
  await trx
    .deleteFrom('comparison_trend')
    .where('key_figure_id', '=', figureId)
    .where('organisation_code', '=', sql<string>`any(${codes})`)
    .execute()
  await sql`
    insert into comparison_trend (key_figure_id, organisation_code, word, slope)
    select ${figureId}, * from unnest(${trends.map((one) => one.organisation_code)}::text[],
      ${trends.map((one) => one.word)}::text[], ${trends.map((one) => one.slope)}::float8[])`.execute(trx)
}

/** Which way everyone goes in a figure. */
export async function listWords(
  db: Kysely<Database>,
  figureId: string,
): Promise<[code: string, word: ComparisonTables['comparison_trend']['word']][]> {
  const { rows } = await sql<{ words: [string, ComparisonTables['comparison_trend']['word']][] | null }>`
    select json_agg(json_build_array(organisation_code, word)) as words
    from comparison_trend where key_figure_id = ${figureId}`.execute(db)
  return rows[0]?.words ?? []
}

export async function saveWays(
  trx: Transaction<Database>,
  figureId: string,
  ways: Row<'comparison_way'>[],
): Promise<void> {
  await trx.deleteFrom('comparison_way').where('key_figure_id', '=', figureId).execute()
  if (ways.length > 0) await trx.insertInto('comparison_way').values(ways).execute()
}

/** The year that the trends of a figure are seen from; null before they have been computed. */
export async function findTrendYear(db: Kysely<Database>, figureId: string): Promise<number | null> {
  const row = await db
    .selectFrom('comparison_way')
    .where('key_figure_id', '=', figureId)
    .select((eb) => eb.fn.max('year').as('year'))
    .executeTakeFirst()
  return row?.year ?? null
}

/** The latest year of each large group in which at least so many have a value. */
export async function listLatestYears(
  db: Kysely<Database>,
  figureId: string,
  fewest: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('comparison_statistic')
    .where('key_figure_id', '=', figureId)
    .where('count', '>=', fewest)
    .groupBy('among')
    .select((eb) => ['among', eb.fn.max('year').as('year')])
    .execute()
  return new Map(rows.map(({ among, year }) => [among, year]))
}
