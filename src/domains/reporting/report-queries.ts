import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Reporter } from './round-queries.ts'
import type { AskedKind, ReportState, ReportStep } from './rules.ts'

/** A member's report of a year. */
export interface Report {
  id: number
  roundId: number
  year: number
  kind: AskedKind
  dueOn: string
  /** The secretariat has closed the round. */
  closed: boolean
  /** Nobody was asked for the whole: it exists to correct single values. */
  correctionsOnly: boolean
  /** Its values have been public before, so that a change is a correction. */
  wasPublished: boolean
  code: string
  name: string
  state: ReportState
  version: number
  /** The member's contact official approves before it goes on. */
  wantsApproval: boolean
  figures: string[]
  answered: number
}

const reports = sql`
  select p.id, p.round_id as "roundId", r.year, r.kind, r.due_on as "dueOn", r.closed_at is not null as closed, r.corrections_only as "correctionsOnly",
    exists (select from report_step s where s.report_id = p.id and s.step = 'publish') as "wasPublished", o.code, o.name, p.state, p.version,
    exists (select from report_approval x where x.organisation_code = o.code) as "wantsApproval",
    (select json_agg(f.key_figure_id) from reporting_round_figure f where f.round_id = r.id) as figures,
    (select count(*)::int from report_answer a where a.report_id = p.id) as answered
  from report p join reporting_round r on r.id = p.round_id join organisation o on o.code = p.organisation_code`

/** The reports of some organisations, the latest year first. */
export async function listReportsOf(db: Kysely<Database>, codes: string[]): Promise<Report[]> {
  const { rows } = await sql<Report>`
    ${reports} where o.code = any(${codes}) order by r.year desc, o.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

export async function findReport(
  db: Kysely<Database>,
  code: string,
  year: number,
): Promise<Report | undefined> {
  const { rows } = await sql<Report>`${reports} where o.code = ${code} and r.year = ${year}`.execute(db)
  return rows[0]
}

/** Finds a report and holds it until the transaction ends. */
export async function lockReport(
  trx: Transaction<Database>,
  code: string,
  year: number,
): Promise<Report | undefined> {
  await sql`
    select from report p join reporting_round r on r.id = p.round_id
    where p.organisation_code = ${code} and r.year = ${year} for update of p`.execute(trx)
  return findReport(trx, code, year)
}

/** Moves a report on and remembers the step. */
export async function moveReport(
  trx: Transaction<Database>,
  report: Pick<Report, 'id' | 'version'>,
  step: { step: ReportStep; to: ReportState; text: string; by: number | null },
): Promise<void> {
  await trx
    .updateTable('report')
    .set({ state: step.to, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()
  await trx
    .insertInto('report_step')
    .values({ report_id: report.id, step: step.step, to_state: step.to, text: step.text, by_person: step.by })
    .execute()
}

export interface TakenStep {
  id: number
  step: string
  text: string
  byName: string
  at: Date
}

export async function listSteps(db: Kysely<Database>, reportId: number): Promise<TakenStep[]> {
  const { rows } = await sql<TakenStep>`
    select s.id, s.step, s.text, coalesce(p.name, '') as "byName", s.at
    from report_step s left join person p on p.id = s.by_person where s.report_id = ${reportId} order by s.id`.execute(
    db,
  )
  return rows
}

/** Lets a member's contact official approve its reports, or no longer. */
export async function setApproval(trx: Transaction<Database>, code: string, wanted: boolean): Promise<void> {
  if (!wanted) {
    await trx.deleteFrom('report_approval').where('organisation_code', '=', code).execute()
    return
  }
  await trx
    .insertInto('report_approval')
    .values({ organisation_code: code })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The contact officials of a member, who approve its reports where it wants that. */
export async function listApprovers(db: Kysely<Database>, code: string, today: string): Promise<Reporter[]> {
  const { rows } = await sql<Reporter>`
    select distinct h.id as "personId", h.name, h.email, h.language
    from appointment a join person h on h.id = a.person_id
    where a.organisation_code = ${code} and a.role = 'contact-official' and h.email is not null and h.erased_at is null
      and a.since <= ${today} and (a.until is null or a.until > ${today})`.execute(db)
  return rows
}
