import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Pair } from './figure.ts'
import { reportedSource } from './publish-queries.ts'
import type { MissingReason, ValueStatus } from './tables.ts'

/** The source of values that are Kolada's as they stand. */
export const koladaSource = 'kolada'

/** A value as a source gives it. */
export interface ImportedReading {
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  status: ValueStatus
  /** What the source says beside the value, word for word. */
  sourceStatus: string
  /** The source has taken the value back. */
  deleted: boolean
}

/** Where imported readings come from. */
export interface ImportedFrom {
  figureId: string
  sourceId: string
  basis: 'published' | 'computed'
  /** Who gives the values, in words. */
  reportedBy: string
  /** They win over what members have reported themselves. */
  overMembers: boolean
}

/**
 * What an import does with a reading: adds it, lets it replace a made-up one or correct another, confirms the same
 * value in another state, withdraws it, or keeps what the member has reported itself.
 */
export type ImportChange = 'added' | 'replaced' | 'corrected' | 'confirmed' | 'withdrawn' | 'kept'

/** One change of a reading. */
export interface ReadingChange {
  figureId: string
  code: string
  year: number
  kind: ImportChange
  before: number | null
  beforeMissing: MissingReason | null
  after: number | null
  afterMissing: MissingReason | null
}

/**
 * Takes a source's readings of one figure in. One that says what is known adds nothing; one that differs closes the
 * reading before, which stays. Made-up readings give way. What members have reported themselves stays unless the
 * origin says otherwise, and a missing value never takes the place of one that another source has. A reading that the
 * source has deleted is closed when it is the source's own. Gives every change, in order.
 */
export async function importReadings(
  trx: Transaction<Database>,
  readings: ImportedReading[],
  from: ImportedFrom,
  now: Date,
): Promise<ReadingChange[]> {
  const { figureId, sourceId, basis, reportedBy, overMembers } = from
  await sql`
    create temporary table imported on commit drop as
    select g.*, v.id as before_id, v.value as before, v.missing_reason as before_missing, v.source_id as before_source,
      case
        when g.deleted then case when v.source_id = ${sourceId} and v.basis <> 'made-up' then 'withdrawn' end
        when v.id is null then 'added'
        when v.basis = 'made-up' then 'replaced'
        when v.source_id = ${reportedSource} and not ${overMembers} then
          case when v.value is distinct from g.value and g.value is not null then 'kept' end
        when g.value is null and v.source_id <> ${sourceId} then null
        when (v.value, v.missing_reason) is distinct from (g.value, g.missing) then 'corrected'
        when (v.status, v.basis, v.source_id, v.source_status) is distinct from
          (g.status, ${basis}::text, ${sourceId}::text, g."sourceStatus") then 'confirmed'
      end as kind
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as g (code text, year integer, value float8,
      missing text, status text, "sourceStatus" text, deleted boolean)
    left join key_figure_value v on v.key_figure_id = ${figureId} and v.organisation_code = g.code
      and v.year = g.year and v.known_until is null`.execute(trx)
  await sql`
    update key_figure_value v set known_until = ${now} from imported i
    where v.id = i.before_id and i.kind in ('replaced', 'corrected', 'confirmed', 'withdrawn')`.execute(trx)
  await sql`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, missing_reason, status, basis,
      source_id, source_status, reported_by, revision_sv, revision_en, known_from)
    select ${figureId}, code, year, value, missing, status, ${basis}, ${sourceId}, "sourceStatus", ${reportedBy},
      case when kind = 'corrected' then
        case when before_source = ${sourceId} then 'Källan har ändrat värdet' else 'Värdet hämtas nu från en annan källa' end
      end,
      case when kind = 'corrected' then
        case when before_source = ${sourceId} then 'The source has changed the value' else 'The value is now taken from another source' end
      end,
      ${now}
    from imported where kind in ('added', 'replaced', 'corrected', 'confirmed')`.execute(trx)
  const { rows } = await sql<ReadingChange>`
    select ${figureId} as "figureId", code, year, kind, before, before_missing as "beforeMissing",
      case when kind <> 'withdrawn' then value end as after, case when kind <> 'withdrawn' then missing end as "afterMissing"
    from imported where kind is not null order by code, year`.execute(trx)
  await sql`drop table imported`.execute(trx)
  return rows
}

/** A source that values are imported from. */
export interface ImportSource {
  id: string
  title: Pair
  publisher: string
  licence: Pair
  address: string | null
  covers: Pair
}

/** Writes what an import's source is and that it was read on a day (`YYYY-MM-DD`). */
export async function saveSource(
  trx: Transaction<Database>,
  source: ImportSource,
  retrievedOn: string,
): Promise<void> {
  await trx
    .insertInto('source')
    .values({
      id: source.id,
      title_sv: source.title.sv,
      title_en: source.title.en,
      publisher: source.publisher,
      licence_sv: source.licence.sv,
      licence_en: source.licence.en,
      address: source.address,
      retrieved_on: retrievedOn,
      covers_sv: source.covers.sv,
      covers_en: source.covers.en,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ retrieved_on: retrievedOn }))
    .execute()
}
