import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import {
  type Basis,
  type MissingReason,
  ofShownFigure,
  type ValueStatus,
} from '#domains/key-figures/index.ts'
import { membersOn } from './organisation-queries.ts'

/** One reading of the history, with both languages of its texts. */
export interface ValueRow {
  figureId: string
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  status: ValueStatus
  basis: Basis
  sourceId: string
  reportedBy: string
  comment: string
  deviation: { sv: string; en: string } | null
  revision: { sv: string; en: string } | null
  knownFrom: Date
}

/** Which readings are wanted. Null means any. */
export interface ValueFilter {
  figureIds: string[] | null
  codes: string[] | null
  /** Only those who are full members on this day, `YYYY-MM-DD`. */
  membersOn: string | null
  years: number[] | null
  from: number | null
  to: number | null
  missing: boolean | null
  basis: Basis[] | null
  /** As they stood at an instant (ISO 8601); null means now. */
  knownAt: string | null
  /** Only what comes after this one in the order of figure, organisation and year. */
  after: { figureId: string; code: string; year: number } | null
  limit: number
}

/** Readings in the order of figure, organisation and year; those of now come straight from their index. */
export async function listValues(db: Kysely<Database>, filter: ValueFilter): Promise<ValueRow[]> {
  const { figureIds, codes, membersOn: day, years, from, to, missing, basis, knownAt, after, limit } = filter
  const conditions = [
    ofShownFigure('v.key_figure_id'),
    knownAt === null
      ? sql<boolean>`v.known_until is null`
      : sql<boolean>`v.known_from <= ${knownAt}::timestamptz
          and (v.known_until is null or v.known_until > ${knownAt}::timestamptz)`,
    figureIds && sql<boolean>`v.key_figure_id = any(${figureIds}::text[])`,
    codes && sql<boolean>`v.organisation_code = any(${codes}::text[])`,
    day && sql<boolean>`v.organisation_code in (${membersOn(['full'], day)})`,
    years && sql<boolean>`v.year = any(${years}::integer[])`,
    from !== null && sql<boolean>`v.year >= ${from}`,
    to !== null && sql<boolean>`v.year <= ${to}`,
    missing !== null && sql<boolean>`(v.value is null) = ${missing}`,
    basis && sql<boolean>`v.basis = any(${basis}::text[])`,
    after &&
      sql<boolean>`(v.key_figure_id, v.organisation_code, v.year)
        > (${after.figureId}, ${after.code}, ${after.year}::integer)`,
  ]
  const rows = await db
    .selectFrom('key_figure_value as v')
    .where((eb) => eb.and(conditions.flatMap((condition) => condition || [])))
    .select([
      'v.key_figure_id as figureId',
      'v.organisation_code as code',
      'v.year',
      'v.value',
      'v.missing_reason as missing',
      'v.status',
      'v.basis',
      'v.source_id as sourceId',
      'v.reported_by as reportedBy',
      'v.comment',
      'v.deviation_sv',
      'v.deviation_en',
      'v.revision_sv',
      'v.revision_en',
      'v.known_from as knownFrom',
    ])
    .orderBy('v.key_figure_id')
    .orderBy('v.organisation_code')
    .orderBy('v.year')
    .limit(limit)
    .execute()
  return rows.map(({ deviation_sv, deviation_en, revision_sv, revision_en, ...row }) => ({
    ...row,
    deviation: pair(deviation_sv, deviation_en),
    revision: pair(revision_sv, revision_en),
  }))
}

function pair(sv: string | null, en: string | null): { sv: string; en: string } | null {
  return sv === null || en === null ? null : { sv, en }
}
