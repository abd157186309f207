import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What this house holds about a person: the answers that it saved last, and the steps that it took. */
export async function readReportingData(
  db: Kysely<Database>,
  personId: number,
): Promise<Record<string, unknown>> {
  const [answers, steps] = await Promise.all([
    sql`
      select r.year, p.organisation_code as organisation, a.key_figure_id as figure, a.value, a.missing_reason as missing,
        a.comment, a.reason, a.answered_at as at
      from report_answer a join report p on p.id = a.report_id join reporting_round r on r.id = p.round_id
      where a.answered_by = ${personId} order by a.answered_at`.execute(db),
    sql`
      select r.year, p.organisation_code as organisation, s.step, s.text, s.at
      from report_step s join report p on p.id = s.report_id join reporting_round r on r.id = p.round_id
      where s.by_person = ${personId} order by s.id`.execute(db),
  ])
  return { reportedAnswers: answers.rows, reportSteps: steps.rows }
}
