import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { Pair } from './figure.ts'
import type { MissingReason } from './tables.ts'

/** What was known of a value: the value, or why there was none. */
export interface KnownValue {
  value: number | null
  missing: MissingReason | null
}

/** A value that was corrected: what it was, what it became, when and why. */
export interface Revision {
  /** Of the reading that corrects, or of the one that was withdrawn; never changes. */
  id: number
  figureId: string
  code: string
  organisationName: string
  year: number
  before: KnownValue
  /** Null when the value was withdrawn. */
  after: KnownValue | null
  /** Null when nobody said why. */
  reason: Pair | null
  /** What the organisation itself says of the new value; empty when it says nothing. */
  comment: string
  /** What the secretariat says of the correction. */
  explanation: Pair | null
  /** Who gave the value, in words; empty when it is the source itself. */
  reportedBy: string
  sourceId: string
  madeUp: boolean
  /** When the correction became known, and the last moment at which the value before stood; ISO 8601. */
  knownFrom: string
  stoodUntil: string
}

export interface RevisionFilter {
  /** Empty: of all figures. */
  figure: string
  /** Empty: of all organisations. */
  code: string
  /** `YYYY-MM-DD` in Stockholm; empty: of all days. */
  day?: string
}

/** Some values; what is left out does not narrow. */
export interface ValueScope {
  figureId?: string | null
  code?: string | null
  year?: number | null
}

const next = (state: RawBuilder<unknown>) => sql`
  select n.id, n.value, n.missing_reason, n.revision_sv from key_figure_value n
  where n.key_figure_id = b.key_figure_id and n.organisation_code = b.organisation_code and n.year = b.year
    and n.known_from = b.known_until and ${state}`
/**
 * A reading that was closed, and the one that came in its place, if any. Few are closed among many, so each looks for
 * the next by an index of its own: those that hold and those that were closed in their turn. A join would read every
 * value of a figure.
 */
const steps = sql`key_figure_value b left join lateral (
  select * from (${next(sql`n.known_until is null`)} union all ${next(sql`n.known_until is not null`)}) n limit 1) a on true`

/** A new comment or status alone corrects nothing; nor does a first value in the place of a made-up one. */
const isCorrection = sql`b.known_until is not null and (a.id is null or a.revision_sv is not null)
  and (b.value, b.missing_reason) is distinct from (a.value, a.missing_reason)
  and (b.value is not null or a.id is not null)`

const onDay = (day: string) =>
  sql`b.known_until >= ${day}::timestamp at time zone ${localZone}
    and b.known_until < (${day}::date + 1)::timestamp at time zone ${localZone}`

/** The corrections that fit, newest first: each step of a value's history by itself. */
export async function listRevisions(
  db: Kysely<Database>,
  { figure, code, day = '' }: RevisionFilter,
  limit: number,
): Promise<Revision[]> {
  return revisionsOf(
    db,
    sql`
      select b.id as before_id, a.id as after_id from ${steps}
      where ${isCorrection} and ${day === '' ? sql`true` : onDay(day)}
        and (${figure} = '' or b.key_figure_id = ${figure}) and (${code} = '' or b.organisation_code = ${code})
      order by b.known_until desc, coalesce(a.id, b.id) desc limit ${limit}`,
  )
}

/**
 * What was known at one moment (ISO 8601) and is something else at another, newest first. Steps in between do not
 * show: a value that is back at what it was is not corrected.
 */
export async function listCorrectionsBetween(
  db: Kysely<Database>,
  { since, until, scopes }: { since: string | Date; until: string | Date; scopes: ValueScope[] },
): Promise<Revision[]> {
  return revisionsOf(
    db,
    sql`
      select c.before_id, c.after_id
      from key_figure_corrections(${since}::timestamptz, ${until}::timestamptz) c
      where exists (select from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb)
        as s ("figureId" text, code text, year integer)
        where (s."figureId" is null or s."figureId" = c.key_figure_id)
          and (s.code is null or s.code = c.organisation_code) and (s.year is null or s.year = c.year))`,
  )
}

/** Tells of pairs of readings, before and after. */
async function revisionsOf(db: Kysely<Database>, pairs: RawBuilder<unknown>): Promise<Revision[]> {
  const { rows } = await sql<
    Omit<Revision, 'knownFrom' | 'stoodUntil'> & { knownFrom: Date; stoodUntil: Date }
  >`
    select coalesce(a.id, b.id) as id, b.key_figure_id as "figureId", b.organisation_code as code,
      o.name as "organisationName", b.year,
      json_build_object('value', b.value, 'missing', b.missing_reason) as before,
      case when a.id is not null then json_build_object('value', a.value, 'missing', a.missing_reason) end as after,
      case when a.revision_sv is not null then json_build_object('sv', a.revision_sv, 'en', a.revision_en) end as reason,
      coalesce(a.comment, '') as comment,
      case when e.text_sv is not null
        then json_build_object('sv', e.text_sv, 'en', coalesce(nullif(e.text_en, ''), e.text_sv)) end as explanation,
      coalesce(a.reported_by, b.reported_by) as "reportedBy", coalesce(a.source_id, b.source_id) as "sourceId",
      coalesce(a.basis, b.basis) = 'made-up' as "madeUp",
      coalesce(a.known_from, b.known_until) as "knownFrom", b.known_until as "stoodUntil"
    from (${pairs}) p
    join key_figure_value b on b.id = p.before_id
    left join key_figure_value a on a.id = p.after_id
    join organisation o on o.code = b.organisation_code
    left join lateral (
      select text_sv, text_en from revision_explanation e
      where e.day = (coalesce(a.known_from, b.known_until) at time zone ${localZone})::date
        and e.key_figure_id = b.key_figure_id and e.organisation_code in ('', b.organisation_code)
      order by e.organisation_code desc limit 1) e on true
    order by coalesce(a.known_from, b.known_until) desc, coalesce(a.id, b.id) desc`.execute(db)
  return rows.map((row) => ({
    ...row,
    knownFrom: row.knownFrom.toISOString(),
    stoodUntil: new Date(row.stoodUntil.getTime() - 1).toISOString(),
  }))
}

/** How many values of each figure were corrected on a day, by the figure's id. */
export async function countRevisionsOfDay(db: Kysely<Database>, day: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ figureId: string; corrections: number }>`
    select b.key_figure_id as "figureId", count(*)::int as corrections from ${steps}
    where ${isCorrection} and ${onDay(day)}
    group by 1 order by 1`.execute(db)
  return new Map(rows.map(({ figureId, corrections }) => [figureId, corrections]))
}

/** How many values were corrected on each day that had any, newest first. */
export async function listRevisionDays(
  db: Kysely<Database>,
  limit: number,
): Promise<{ day: string; corrections: number }[]> {
  const { rows } = await sql<{ day: string; corrections: number }>`
    select (b.known_until at time zone ${localZone})::date as day, count(*)::int as corrections from ${steps}
    where ${isCorrection}
    group by 1 order by 1 desc limit ${limit}`.execute(db)
  return rows
}

/** Why values of a figure were corrected on a day; of all organisations when the code is empty. */
export interface Explanation {
  day: string
  figureId: string
  code: string
  text: Pair
}

export async function listExplanations(db: Kysely<Database>, day: string): Promise<Explanation[]> {
  const rows = await db.selectFrom('revision_explanation').selectAll().where('day', '=', day).execute()
  return rows.map((row) => ({
    day: row.day,
    figureId: row.key_figure_id,
    code: row.organisation_code,
    text: { sv: row.text_sv, en: row.text_en },
  }))
}

/** Writes an explanation, or takes it away when its Swedish text is empty. */
export async function saveExplanation(
  trx: Transaction<Database>,
  { day, figureId, code, text }: Explanation,
  writtenBy: number,
): Promise<void> {
  if (text.sv === '') {
    await trx
      .deleteFrom('revision_explanation')
      .where('day', '=', day)
      .where('key_figure_id', '=', figureId)
      .where('organisation_code', '=', code)
      .execute()
    return
  }
  const words = { text_sv: text.sv, text_en: text.en, written_by: writtenBy }
  await trx
    .insertInto('revision_explanation')
    .values({ day, key_figure_id: figureId, organisation_code: code, ...words })
    .onConflict((conflict) =>
      conflict.columns(['day', 'key_figure_id', 'organisation_code']).doUpdateSet(words),
    )
    .execute()
}
