import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FigureData, Reading } from './figure.ts'
import type { Basis, MissingReason, ValueStatus } from './tables.ts'

/** The plain readings of an organisation that differ in nothing but year and value, or each of those that tell more. */
type Row = { figureId: string; code: string } & (
  | { told: null; status: ValueStatus; basis: Basis; sourceId: string; years: number[]; values: number[] }
  | { told: ToldReading[] }
)

type ToldReading = [
  year: number,
  value: number | null,
  status: ValueStatus,
  basis: Basis,
  sourceId: string,
  missing: MissingReason | null,
  reportedBy: string,
  deviationSv: string | null,
  deviationEn: string | null,
  revisionSv: string | null,
  revisionEn: string | null,
  comment: string,
]

/**
 * All readings of one figure, or those of some organisations: as they stand now, or as they stood at an instant
 * (ISO 8601).
 */
export async function findFigureData(
  db: Kysely<Database>,
  figureId: string,
  knownAt: string | null,
  codes?: string[],
): Promise<FigureData> {
  const found = await findDataOfFigures(db, [figureId], knownAt, codes)
  return found.get(figureId) ?? { byCode: new Map(), years: [] }
}

/** Of such readings nothing is told but what lies in the index `key_figure_value_plain`, by these very words. */
const isPlain = sql`(v.value is not null and v.reported_by = '' and v.deviation_sv is null and v.revision_sv is null
  and v.comment = '')`

/**
 * The same of several figures at once. Most readings are plain and alike: packed into a list of years and one of
 * values, PostgreSQL and Node pass them on several times faster than rows. Those of some organisations lie scattered
 * over the whole table: as they stand now, the plain ones are read from an index alone.
 */
export async function findDataOfFigures(
  db: Kysely<Database>,
  figureIds: string[],
  knownAt: string | null,
  codes?: string[],
): Promise<Map<string, FigureData>> {
  const instant = sql`${knownAt}::timestamptz`
  const asked = sql`key_figure_value v where v.key_figure_id = any(${figureIds}) and ${
    codes === undefined ? sql`true` : sql`v.organisation_code = any(${codes})`
  } and ${
    knownAt === null
      ? sql`v.known_until is null`
      : sql`v.known_from <= ${instant} and (v.known_until is null or v.known_until > ${instant})`
  }`
  const { rows } = await sql<Row>`
    select v.key_figure_id as "figureId", v.organisation_code as code, v.status, v.basis, v.source_id as "sourceId",
      json_agg(v.year) as years, json_agg(v.value) as values, null::json as told
    from ${asked} and ${isPlain} group by 1, 2, 3, 4, 5
    union all
    select v.key_figure_id, v.organisation_code, null, null, null, null, null,
      json_agg(json_build_array(v.year, v.value, v.status, v.basis, v.source_id, v.missing_reason, v.reported_by,
        v.deviation_sv, v.deviation_en, v.revision_sv, v.revision_en, v.comment))
    from ${asked} and not ${isPlain} group by 1, 2`.execute(db)
  const found = new Map<string, FigureData>()
  for (const [figureId, ofFigure] of Map.groupBy(rows, (row) => row.figureId)) {
    const byCode = new Map<string, Reading[]>()
    for (const row of ofFigure) byCode.set(row.code, [...(byCode.get(row.code) ?? []), ...readingsIn(row)])
    const years = new Set<number>()
    for (const readings of byCode.values()) {
      readings.sort((a, b) => a.year - b.year)
      for (const { year } of readings) years.add(year)
    }
    found.set(figureId, { byCode, years: [...years].sort((a, b) => a - b) })
  }
  return found
}

/** When what is known changed last, as ISO 8601: a citation made now points at this instant. */
export async function findLatestKnowledge(db: Kysely<Database>): Promise<string | null> {
  const { rows } = await sql<{ latest: Date | null }>`
    select greatest(
      (select max(latest) from key_figure f cross join lateral (
        select max(v.known_from) as latest from key_figure_value v where v.key_figure_id = f.id) one),
      (select max(known_until) from key_figure_value),
      (select max(greatest(known_from, known_until)) from organisation_target_history)) as latest`.execute(db)
  return rows[0]?.latest?.toISOString() ?? null
}

/** The same few texts stand in tens of thousands of readings: one copy of each is enough. */
const kept = {
  status: new Map<ValueStatus, ValueStatus>(),
  basis: new Map<Basis, Basis>(),
  text: new Map<string, string>(),
}

function once<T>(copies: Map<T, T>, text: T): T {
  const known = copies.get(text)
  if (known !== undefined) return known
  copies.set(text, text)
  return text
}

function readingsIn(row: Row): Reading[] {
  if (row.told) return row.told.map(readingOf)
  const { years, values } = row
  const status = once(kept.status, row.status)
  const basis = once(kept.basis, row.basis)
  const sourceId = once(kept.text, row.sourceId)
  return years.map((year, at) => ({
    year,
    value: values[at] ?? null,
    missing: null,
    status,
    basis,
    sourceId,
    reportedBy: '',
    deviation: null,
    revision: null,
    comment: '',
  }))
}

function readingOf(told: ToldReading): Reading {
  const [
    year,
    value,
    status,
    basis,
    sourceId,
    missing,
    reportedBy,
    deviationSv,
    deviationEn,
    revisionSv,
    revisionEn,
    comment,
  ] = told
  return {
    year,
    value,
    missing,
    status: once(kept.status, status),
    basis: once(kept.basis, basis),
    sourceId: once(kept.text, sourceId),
    reportedBy: once(kept.text, reportedBy),
    deviation: pair(deviationSv, deviationEn),
    revision: pair(revisionSv, revisionEn),
    comment: once(kept.text, comment),
  }
}

function pair(sv: string | null, en: string | null): { sv: string; en: string } | null {
  return sv === null || en === null ? null : { sv, en }
}
