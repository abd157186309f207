import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Told } from './queries.ts'

/** What a reader has reported of an example, and nobody has dealt with. */
export interface Report {
  id: number
  exampleId: number
  title: Told
  /** Empty when the one who reported has left. */
  reporter: string
  reason: string
  reportedAt: Date
}

/** Keeps a report. */
export async function insertReport(
  trx: Transaction<Database>,
  report: { exampleId: number; reason: string; by: number },
): Promise<void> {
  await trx
    .insertInto('good_example_report')
    .values({ example_id: report.exampleId, reason: report.reason, reported_by: report.by })
    .execute()
}

/** The reports that wait, oldest first. */
export async function listOpenReports(db: Kysely<Database>): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select r.id, r.example_id as "exampleId", coalesce(p.name, '') as reporter, r.reason, r.reported_at as "reportedAt",
      json_build_object(
        'sv', (select t.title from good_example_text t where t.example_id = r.example_id and t.language = 'sv'),
        'en', (select t.title from good_example_text t where t.example_id = r.example_id and t.language = 'en')) as title
    from good_example_report r left join person p on p.id = r.reported_by
    where r.closed_at is null order by r.id`.execute(db)
  return rows
}

/** How many reports wait. */
export async function countOpenReports(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from good_example_report where closed_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** Closes one report, or all those of an example that has been hidden. */
export async function closeReports(
  trx: Transaction<Database>,
  which: { id: number } | { exampleId: number },
  by: number,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('good_example_report')
    .set({ closed_at: now, closed_by: by })
    .where('closed_at', 'is', null)
    .where((eb) => ('id' in which ? eb('id', '=', which.id) : eb('example_id', '=', which.exampleId)))
    .execute()
}

/** Forgets reports that were dealt with before a moment. */
export async function forgetReports(trx: Transaction<Database>, closedBefore: Date): Promise<void> {
  await trx.deleteFrom('good_example_report').where('closed_at', '<', closedBefore).execute()
}
