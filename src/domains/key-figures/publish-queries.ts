import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import type { MissingReason } from './tables.ts'

/** A value that a member reported and the secretariat verified. */
export interface ReportedReading {
  figureId: string
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  comment: string
  /** Why it is another value than was public before, in the organisation's words; empty when nobody said. */
  reason: string
  /** Who gave the value, in words. */
  reportedBy: string
}

/** The source of what members report in rounds, and of what they report of figures of their own. */
export const reportedSource = 'members-reports'
export const ownSource = 'members-own'

const sources = {
  [reportedSource]: {
    title_sv: 'Rapporterat av medlemmarna',
    title_en: 'Reported by the members',
    covers_sv: 'Värden som medlemmarna själva rapporterar och kansliet kontrollerar.',
    covers_en: 'Values that the members report themselves and the secretariat verifies.',
  },
  [ownSource]: {
    title_sv: 'Medlemmarnas egna nyckeltal',
    title_en: 'The members’ own key figures',
    covers_sv:
      'Värden av nyckeltal som medlemmar själva har bestämt och rapporterar, utan kontroll av kansliet.',
    covers_en:
      'Values of key figures that members decide and report themselves, not verified by the secretariat.',
  },
}

/**
 * Makes reported values public. One that says the same as what is known adds nothing; one that differs closes the
 * reading before, which stays, and is marked as a correction unless what stood there was made up or only the comment
 * is another. In a demonstration every reported value is made up.
 */
export async function publishReadings(
  trx: Transaction<Database>,
  readings: ReportedReading[],
  { now, madeUp, source = reportedSource }: { now: Date; madeUp: boolean; source?: keyof typeof sources },
): Promise<{ added: number; corrected: number }> {
  await trx
    .insertInto('source')
    .values({
      id: source,
      ...sources[source],
      publisher: association.name.sv,
      licence_sv: 'CC0 1.0',
      licence_en: 'CC0 1.0',
      address: null,
      retrieved_on: now.toISOString().slice(0, 10),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const given = sql`jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as g ("figureId" text, code text, year integer,
    value float8, missing text, comment text, reason text, "reportedBy" text)`
  await sql`
    create temporary table reported on commit drop as
    select g.*, v.id as before_id,
      v.id is not null and not (v.basis = 'made-up' and not ${madeUp})
        and (v.value, v.missing_reason) is distinct from (g.value, g.missing) as corrects
    from ${given}
    left join key_figure_value v on v.key_figure_id = g."figureId" and v.organisation_code = g.code and v.year = g.year
      and v.known_until is null
    where v.id is null or (v.value, v.missing_reason, v.comment) is distinct from (g.value, g.missing, g.comment)
      or v.basis = 'made-up' and not ${madeUp}`.execute(trx)
  await sql`update key_figure_value v set known_until = ${now} from reported r where v.id = r.before_id`.execute(
    trx,
  )
  const { rows } = await sql<{ corrected: boolean }>`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, missing_reason, status, basis, source_id,
      reported_by, comment, revision_sv, revision_en, known_from)
    select "figureId", code, year, value, missing, 'final', ${madeUp ? 'made-up' : 'published'}, ${source},
      "reportedBy", comment,
      case when corrects then coalesce(nullif(reason, ''), 'Medlemmen har rapporterat på nytt') end,
      case when corrects then coalesce(nullif(reason, ''), 'The member has reported anew') end, ${now}
    from reported returning revision_sv is not null as corrected`.execute(trx)
  return { added: rows.length, corrected: rows.filter(({ corrected }) => corrected).length }
}
