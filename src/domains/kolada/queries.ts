import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MissingReason } from '#domains/key-figures/index.ts'
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

/** The extent of every figure that has values, by the figure's id. */
export async function listExtents(db: Kysely<Database>): Promise<Map<string, Extent>> {
  const rows = await db
    .selectFrom('key_figure_value as v')
    .innerJoin('organisation as o', 'o.code', 'v.organisation_code')
    .where('v.known_until', 'is', null)
    .where('v.value', 'is not', null)
    // The association has means of its own among the values, but is no unit of this API.
    .where('o.kind', 'in', ['municipality', 'region'])
    .groupBy('v.key_figure_id')
    .select('v.key_figure_id as figureId')
    .select([
      sql<number>`max(v.year)`.as('lastYear'),
      sql<string>`max((v.known_from at time zone ${localZone})::date)::text`.as('changedOn'),
      sql<boolean>`bool_or(o.kind = 'municipality')`.as('municipalities'),
      sql<boolean>`bool_or(o.kind = 'region')`.as('regions'),
      sql<boolean>`bool_or(v.basis = 'made-up')`.as('madeUp'),
    ])
    .execute()
  return new Map(rows.map(({ figureId, ...extent }) => [figureId, extent]))
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
