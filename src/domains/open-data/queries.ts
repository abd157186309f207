import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { ofShownFigure } from '#domains/key-figures/index.ts'
import { localZone } from '#platform/zone-queries.ts'

/** A reading as PostgreSQL packs it: one array, which it and Node pass on several times faster than a row. */
export type PackedReading = [
  id: number,
  figureId: string,
  code: string,
  year: number,
  value: number | null,
  missing: string | null,
  status: string,
  basis: string,
  remarkSv: string | null,
  remarkEn: string | null,
  source: string,
  reportedBy: string,
  comment: string,
  knownFrom: string,
  knownUntil: string | null,
  revisionSv: string | null,
  revisionEn: string | null,
]

export interface ReadingBatch {
  readings: PackedReading[]
  /** The newest reading there is at the moment of the batch; every change of values adds one. */
  newest: number
}

export interface WantedReadings {
  /** Also those that were corrected later. */
  history: boolean
  /** One block of readings in so many: those near each other are alike, and shrink as in the whole. */
  every: number
}

/** Readings in a block of a sample. */
const block = 200

/** The readings after one, at most so many: as they stand now by figure, organisation and year; all by their ids. */
export async function listReadings(
  db: Kysely<Database>,
  { history, every }: WantedReadings,
  after: PackedReading | null,
  limit: number,
): Promise<ReadingBatch> {
  const [id, figureId, code, year] = after ?? [0, '', '', 0]
  const [those, order] = history
    ? [sql`v.id > ${id}`, sql`v.id`]
    : [
        sql`v.known_until is null and (v.key_figure_id, v.organisation_code, v.year) > (${figureId}, ${code}, ${year})`,
        sql`v.key_figure_id, v.organisation_code, v.year`,
      ]
  const sample = every > 1 ? sql`and v.id = any(${sampledIds(every)})` : sql``
  const { rows } = await sql<ReadingBatch>`
    select (select coalesce(max(id), 0) from key_figure_value) as newest, coalesce(json_agg(json_build_array(
      id, key_figure_id, organisation_code, year, value, missing_reason, status, basis, deviation_sv, deviation_en,
      source_id, reported_by, comment, ${utc(sql`known_from`)}, ${utc(sql`known_until`)},
      revision_sv, revision_en)), '[]') as readings
    from (select * from key_figure_value v where ${those} ${sample} and ${ofShownFigure('v.key_figure_id')} order by ${order} limit ${limit}) v`.execute(
    db,
  )
  return rows[0] ?? { readings: [], newest: 0 }
}

/** The ids in one block of so many, named one by one so that the index finds them. */
function sampledIds(every: number) {
  const step = sql.lit(block * every)
  return sql`array(select start + place
    from generate_series(0, (select coalesce(max(id), 0) from key_figure_value), ${step}) as start,
      generate_series(0, ${sql.lit(block - 1)}) as place)`
}

function utc(instant: ReturnType<typeof sql>) {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** How many readings there are: as they stand now, or all. Those of a hidden key figure are nobody's to see. */
export async function countReadings(db: Kysely<Database>, history: boolean): Promise<number> {
  const row = await db
    .selectFrom('key_figure_value')
    .where(ofShownFigure('key_figure_id'))
    .$if(!history, (query) => query.where('known_until', 'is', null))
    .where('key_figure_id', 'not in', (query) =>
      query.selectFrom('own_figure').where('hidden_at', 'is not', null).select('key_figure_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The associations that publish values of their own. */
export function listAssociations(db: Kysely<Database>): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('organisation').where('kind', '=', 'association').select(['code', 'name']).execute()
}

/** A reading as a cube needs it. */
export type CubeReading = [
  code: string,
  year: number,
  value: number | null,
  missing: string | null,
  status: string,
  basis: string,
]

/** The readings of a figure as they stand now, by organisation and year; or those of one organisation in so many. */
export async function listCubeReadings(
  db: Kysely<Database>,
  figureId: string,
  every: number,
): Promise<CubeReading[]> {
  const sample = every > 1 ? sql`and hashtext(organisation_code) % ${sql.lit(every)} = 0` : sql``
  const { rows } = await sql<{ readings: CubeReading[] }>`
    select coalesce(json_agg(json_build_array(organisation_code, year, value, missing_reason, status, basis)
      order by organisation_code, year), '[]') as readings
    from key_figure_value where key_figure_id = ${figureId} and known_until is null ${sample}`.execute(db)
  return rows[0]?.readings ?? []
}

/** What the data reach over, for the catalogue: days are `YYYY-MM-DD` in Stockholm. */
export interface Extent {
  firstYear: number | null
  lastYear: number | null
  /** The day when the first reading became known, and when the newest did. */
  firstKnownOn: string | null
  lastKnown: Date | null
  lastKnownOn: string | null
  /** The oldest and the newest day on which a source was read. */
  firstRetrieved: string | null
  lastRetrieved: string | null
  /** The years of the first and the last decided set of key figures. */
  firstDecision: number | null
  lastDecision: number | null
  /** The first day of the first membership; the last day until today on which one began or ended. */
  firstMembership: string | null
  lastMembershipChange: string | null
  /** The sources that values come from. */
  sourceIds: string[]
  madeUp: boolean
}

export async function findExtent(db: Kysely<Database>, today: string): Promise<Extent> {
  const { rows } = await sql<Extent>`
    select v.*, s.*, d.*, m.* from
      (select min(year) as "firstYear", max(year) as "lastYear", (min(known_from) at time zone ${localZone})::date as "firstKnownOn",
        max(known_from) as "lastKnown", (max(known_from) at time zone ${localZone})::date as "lastKnownOn", coalesce(array_agg(distinct source_id), '{}') as "sourceIds",
        coalesce(bool_or(basis = 'made-up'), false) as "madeUp"
      from key_figure_value where known_until is null) v,
      (select min(retrieved_on) as "firstRetrieved", max(retrieved_on) as "lastRetrieved" from source) s,
      (select min(decided_year) as "firstDecision", max(decided_year) as "lastDecision" from key_figure_set) d,
      (select min(since) as "firstMembership", max(greatest(since, case when until <= ${today}::date then until end))
        filter (where since <= ${today}::date) as "lastMembershipChange" from membership) m`.execute(db)
  const [extent] = rows
  if (!extent) throw new Error('The extent of the data could not be read')
  return extent
}
