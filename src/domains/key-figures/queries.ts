import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FigureData, Reading } from './figure.ts'
import type { Basis, MissingReason, ValueStatus } from './tables.ts'

/** Nothing more is told of most readings than the first five. */
type PackedReading = [
  year: number,
  value: number | null,
  status: ValueStatus,
  basis: Basis,
  sourceId: string,
  missing?: MissingReason | null,
  reportedBy?: string,
  deviationSv?: string | null,
  deviationEn?: string | null,
  revisionSv?: string | null,
  revisionEn?: string | null,
  comment?: string,
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

/**
 * The same of several figures at once. Packed into one array per organisation, which PostgreSQL and Node pass on
 * several times faster than rows.
 */
export async function findDataOfFigures(
  db: Kysely<Database>,
  figureIds: string[],
  knownAt: string | null,
  codes?: string[],
): Promise<Map<string, FigureData>> {
  const rows = await db
    .selectFrom('key_figure_value as v')
    .where('v.key_figure_id', '=', sql<string>`any(${figureIds})`)
    .$if(codes !== undefined, (query) => query.where('v.organisation_code', '=', sql<string>`any(${codes})`))
    .$if(knownAt === null, (query) => query.where('v.known_until', 'is', null))
    .$if(knownAt !== null, (query) =>
      query
        .where('v.known_from', '<=', sql<Date>`${knownAt}::timestamptz`)
        .where((eb) =>
          eb.or([
            eb('v.known_until', 'is', null),
            eb('v.known_until', '>', sql<Date>`${knownAt}::timestamptz`),
          ]),
        ),
    )
    .select(['v.key_figure_id as figureId', 'v.organisation_code as code'])
    .select(
      sql<PackedReading[]>`json_agg(
        case when v.value is not null and v.reported_by = '' and v.deviation_sv is null and v.revision_sv is null
          and v.comment = ''
        then json_build_array(v.year, v.value, v.status, v.basis, v.source_id)
        else json_build_array(v.year, v.value, v.status, v.basis, v.source_id, v.missing_reason, v.reported_by,
          v.deviation_sv, v.deviation_en, v.revision_sv, v.revision_en, v.comment) end
        order by v.year)`.as('readings'),
    )
    .groupBy(['v.key_figure_id', 'v.organisation_code'])
    .execute()
  const found = new Map<string, FigureData>()
  for (const [figureId, ofFigure] of Map.groupBy(rows, (row) => row.figureId)) {
    const years = new Set(ofFigure.flatMap(({ readings }) => readings.map(([year]) => year)))
    found.set(figureId, {
      byCode: new Map(ofFigure.map(({ code, readings }) => [code, readings.map(unpack)])),
      years: [...years].sort((a, b) => a - b),
    })
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

function unpack(packed: PackedReading): Reading {
  const [
    year,
    value,
    status,
    basis,
    sourceId,
    missing = null,
    reportedBy = '',
    deviationSv = null,
    deviationEn = null,
    revisionSv = null,
    revisionEn = null,
    comment = '',
  ] = packed
  const deviation = pair(deviationSv, deviationEn)
  return {
    year,
    value,
    missing,
    status: once(kept.status, status),
    basis: once(kept.basis, basis),
    sourceId: once(kept.text, sourceId),
    reportedBy: once(kept.text, reportedBy),
    deviation,
    revision: pair(revisionSv, revisionEn),
    comment: once(kept.text, comment),
  }
}

function pair(sv: string | null, en: string | null): { sv: string; en: string } | null {
  return sv === null || en === null ? null : { sv, en }
}
