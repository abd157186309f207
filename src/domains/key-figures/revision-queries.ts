import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Pair } from './figure.ts'
import type { MissingReason } from './tables.ts'

/** A value that was corrected: what it was, what it became, when and why. */
export interface Revision {
  /** Of the reading that corrects; never changes. */
  id: number
  figureId: string
  code: string
  organisationName: string
  year: number
  before: { value: number | null; missing: MissingReason | null }
  after: { value: number | null; missing: MissingReason | null }
  reason: Pair
  madeUp: boolean
  /** ISO 8601. */
  knownFrom: string
}

export interface RevisionFilter {
  /** Empty: of all figures. */
  figure: string
  /** Empty: of all organisations. */
  code: string
}

/** The corrections that fit, newest first. */
export async function listRevisions(
  db: Kysely<Database>,
  { figure, code }: RevisionFilter,
  limit: number,
): Promise<Revision[]> {
  const { rows } = await sql<Omit<Revision, 'knownFrom'> & { knownFrom: Date }>`
    select v.id, v.key_figure_id as "figureId", v.organisation_code as code, o.name as "organisationName", v.year,
      json_build_object('value', b.value, 'missing', b.missing_reason) as before,
      json_build_object('value', v.value, 'missing', v.missing_reason) as after,
      json_build_object('sv', v.revision_sv, 'en', v.revision_en) as reason, v.basis = 'made-up' as "madeUp",
      v.known_from as "knownFrom"
    from key_figure_value v
    join organisation o on o.code = v.organisation_code
    join lateral (
      select value, missing_reason from key_figure_value b
      where b.key_figure_id = v.key_figure_id and b.organisation_code = v.organisation_code and b.year = v.year
        and b.known_until <= v.known_from
      order by b.known_until desc limit 1) b on true
    where v.revision_sv is not null
      and (${figure} = '' or v.key_figure_id = ${figure}) and (${code} = '' or v.organisation_code = ${code})
    order by v.known_from desc, v.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, knownFrom: row.knownFrom.toISOString() }))
}
