import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { koladaSource, type MissingReason } from '#domains/key-figures/index.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { CurrentReading } from './rules.ts'

type PackedReading = [
  year: number,
  value: number | null,
  missing: MissingReason | null,
  madeUp: boolean,
  deviates: boolean,
  changedOn: string,
]

/**
 * All readings of a figure as they stand now, each with the day in Stockholm from which it is known. Packed into one
 * array per organisation, which PostgreSQL and Node pass on several times faster than rows.
 */
export async function listCurrentReadings(db: Kysely<Database>, figureId: string): Promise<CurrentReading[]> {
  const rows = await db
    .selectFrom('key_figure_value as v')
    .where('v.key_figure_id', '=', figureId)
    .where('v.known_until', 'is', null)
    .select('v.organisation_code as code')
    .select(
      sql<PackedReading[]>`json_agg(json_build_array(v.year, v.value, v.missing_reason, v.basis = 'made-up',
        v.deviation_sv is not null, (v.known_from at time zone ${localZone})::date) order by v.year)`.as(
        'readings',
      ),
    )
    .groupBy('v.organisation_code')
    .execute()
  return rows.flatMap(({ code, readings }) =>
    readings.map(([year, value, missing, madeUp, deviates, changedOn]) => ({
      code,
      year,
      value,
      missing,
      madeUp,
      deviates,
      changedOn,
    })),
  )
}

/** What the values of a figure reach over. */
export interface Extent {
  lastYear: number
  /** The day in Stockholm when the newest of them became known. */
  changedOn: string
  municipalities: boolean
  regions: boolean
  madeUp: boolean
}

/** What there is of a figure's values. */
export interface Holding {
  /** Null when no municipality or region has a value. */
  extent: Extent | null
  /** Every reading at hand, also those without a value, is Kolada's own as Kolada publishes it. */
  onlyKolada: boolean
}

/** What there is of every figure that has readings, by the figure's id; looked at once, since they may be millions. */
export async function listHoldings(db: Kysely<Database>): Promise<Map<string, Holding>> {
  const rows = await db
    .selectFrom('key_figure_value as v')
    .innerJoin('organisation as o', 'o.code', 'v.organisation_code')
    .where('v.known_until', 'is', null)
    .groupBy('v.key_figure_id')
    .select('v.key_figure_id as figureId')
    .select([
      sql<number | null>`max(v.year) ${shown}`.as('lastYear'),
      sql<string>`(max(v.known_from) ${shown} at time zone ${localZone})::date::text`.as('changedOn'),
      sql<boolean>`bool_or(o.kind = 'municipality') ${shown}`.as('municipalities'),
      sql<boolean>`bool_or(o.kind = 'region') ${shown}`.as('regions'),
      sql<boolean>`bool_or(v.basis = 'made-up') ${shown}`.as('madeUp'),
      sql<boolean>`bool_and(v.source_id = ${koladaSource} and v.basis = 'published')`.as('onlyKolada'),
    ])
    .execute()
  return new Map(
    rows.map(({ figureId, onlyKolada, lastYear, ...rest }) => [
      figureId,
      { extent: lastYear === null ? null : { lastYear, ...rest }, onlyKolada },
    ]),
  )
}

// The association has means of its own among the values, but is no unit of this API.
const shown = sql`filter (where v.value is not null and o.kind in ('municipality', 'region'))`

/** A municipality or region, as far as this API tells of it. */
export interface Unit {
  code: string
  kind: 'municipality' | 'region'
  name: string
  countyCode: string | null
  countyName: string | null
  groupCode: string | null
  groupName: string | null
  memberships: { since: string; until: string | null; kind: 'full' | 'observer' }[]
}

/** Every municipality and region, by code in order. */
export async function listUnits(db: Kysely<Database>): Promise<Unit[]> {
  const [{ rows: units }, { rows: periods }] = await Promise.all([
    sql<Omit<Unit, 'memberships'>>`
      select o.code, o.kind, o.name, o.county_code as "countyCode", c.name as "countyName",
        o.group_code as "groupCode", g.name_sv as "groupName"
      from organisation o
      left join county c on c.code = o.county_code
      left join municipality_group g on g.code = o.group_code
      where o.kind in ('municipality', 'region') order by o.code collate "C"`.execute(db),
    sql<{ code: string } & Unit['memberships'][number]>`
      select organisation_code as code, since, until, kind from membership order by since`.execute(db),
  ])
  const byCode = Map.groupBy(periods, ({ code }) => code)
  return units.map((unit) => ({ ...unit, memberships: byCode.get(unit.code) ?? [] }))
}

/** The number that each figure has for ever in this API, by the figure's id. */
export async function listNumbers(db: Kysely<Database>): Promise<Map<string, number>> {
  const rows = await db.selectFrom('kolada_kpi').select(['key_figure_id as id', 'number']).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** The sets of key figures by their Swedish names, oldest decision first, own figures last. */
export function listSetNames(db: Kysely<Database>): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('key_figure_set')
    .select(['id', 'name_sv as name'])
    .orderBy('decided_year', (order) => order.asc().nullsLast())
    .orderBy(sql`id = 'members'`)
    .execute()
}
