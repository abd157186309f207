import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import { type Form, formColumn, formRow } from './form.ts'
import type { SignOff } from './rules.ts'

/** The forms in the order of their file. */
export async function listForms(db: Kysely<Database>): Promise<Form[]> {
  const rows = await db.selectFrom('form').selectAll().orderBy('ordinal').execute()
  return rows.map((row) => ({
    id: row.id,
    title: { sv: row.title_sv, en: row.title_en },
    issuer: row.issuer,
    address: row.address,
    known: { sv: row.public_sv, en: row.public_en },
    assumed: { sv: row.assumed_sv, en: row.assumed_en },
    columns: z.array(formColumn).parse(row.columns),
    rows: z.array(formRow).parse(row.rows),
  }))
}

/** A member's report as the forms need it: where it stands, what was answered, who signed it off. */
export async function findSignOff(
  db: Kysely<Database>,
  code: string,
  year: number,
): Promise<SignOff | undefined> {
  const { rows } = await sql<SignOff>`
    select p.state, s.by_name as "approvedBy", s.day as "approvedOn", r.made_up as "madeUp",
      coalesce((select json_agg(json_build_object('figureId', a.key_figure_id, 'value', a.value,
          'numerator', a.numerator, 'denominator', a.denominator, 'missing', a.missing_reason, 'comment', a.comment,
          'by', coalesce(w.name, ''), 'on', to_char(a.answered_at at time zone ${localZone}, 'YYYY-MM-DD')))
        from report_answer a left join person w on w.id = a.answered_by where a.report_id = p.id), '[]') as answers
    from report p join reporting_round r on r.id = p.round_id
    left join lateral (
      select coalesce(w.name, '') as by_name, to_char(s.at at time zone ${localZone}, 'YYYY-MM-DD') as day
      from report_step s left join person w on w.id = s.by_person
      where s.report_id = p.id and s.to_state = 'approved' order by s.id desc limit 1) s on true
    where p.organisation_code = ${code} and r.year = ${year}`.execute(db)
  return rows[0]
}
