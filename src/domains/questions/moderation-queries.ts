import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A question, or one of its answers. */
export interface Piece {
  questionId: number
  answerId: number | null
}

/** What somebody has reported, with what the secretariat did. */
export interface Report extends Piece {
  id: number
  title: string
  /** The beginning of the answer, where it is an answer. */
  excerpt: string | null
  reporter: string | null
  reason: string
  reportedAt: Date
  settledAt: Date | null
  settledBy: string | null
  outcome: 'hidden' | 'left' | null
}

const excerptOf = sql`(select left(a.body, 200) from answer a where a.id = r.answer_id)`

/** Reports that wait, the oldest first; or those that are settled, the newest first. */
export async function listReports(
  db: Kysely<Database>,
  { settled, limit }: { settled: boolean; limit: number },
): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select r.id, r.question_id as "questionId", r.answer_id as "answerId", q.title, ${excerptOf} as excerpt,
      (select p.name from person p where p.id = r.reported_by and p.erased_at is null) as reporter, r.reason,
      r.reported_at as "reportedAt", r.settled_at as "settledAt",
      (select p.name from person p where p.id = r.settled_by and p.erased_at is null) as "settledBy", r.outcome
    from question_report r join question q on q.id = r.question_id
    where (r.settled_at is not null) = ${settled}
    order by ${settled ? sql`r.settled_at desc, r.id desc` : sql`r.reported_at, r.id`} limit ${limit}`.execute(
    db,
  )
  return rows
}

export async function countOpenReports(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from question_report where settled_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertReport(
  trx: Transaction<Database>,
  { questionId, answerId, by, reason, now }: Piece & { by: number; reason: string; now: Date },
): Promise<void> {
  await trx
    .insertInto('question_report')
    .values({
      question_id: questionId,
      answer_id: answerId,
      reported_by: by,
      reason,
      reported_at: now,
    })
    .execute()
}

/** Settles one report, or every open one about a piece. */
export async function settleReports(
  trx: Transaction<Database>,
  which: Piece | { reportId: number },
  { outcome, by, now }: { outcome: 'hidden' | 'left'; by: number; now: Date },
): Promise<void> {
  const those =
    'reportId' in which
      ? sql`id = ${which.reportId}`
      : sql`question_id = ${which.questionId} and answer_id is not distinct from ${which.answerId}::bigint`
  await sql`update question_report set settled_at = ${now}, settled_by = ${by}, outcome = ${outcome}
    where settled_at is null and ${those}`.execute(trx)
}

/** Takes a piece off the pages with a reason, or shows it again when the reason is null. */
export async function setHidden(
  trx: Transaction<Database>,
  { questionId, answerId }: Piece,
  reason: string | null,
  now: Date,
): Promise<void> {
  const values = { hidden_at: reason === null ? null : now, hidden_reason: reason ?? '' }
  if (answerId === null) await trx.updateTable('question').set(values).where('id', '=', questionId).execute()
  else await trx.updateTable('answer').set(values).where('id', '=', answerId).execute()
}

/** Takes back what has not been mailed yet about a piece that is hidden. */
export async function withdrawNotices(
  trx: Transaction<Database>,
  { questionId, answerId }: Piece,
): Promise<void> {
  await sql`delete from question_notice where mailed_at is null and kind <> 'hidden' and question_id = ${questionId}
    and (${answerId}::bigint is null or answer_id = ${answerId}::bigint)`.execute(trx)
}

/** Something hidden, for the secretariat to show again. */
export interface HiddenPiece extends Piece {
  title: string
  excerpt: string | null
  reason: string
  hiddenAt: Date
}

/** Everything hidden, the newest first. */
export async function listHidden(db: Kysely<Database>, limit: number): Promise<HiddenPiece[]> {
  const { rows } = await sql<HiddenPiece>`
    select q.id as "questionId", null::bigint as "answerId", q.title, null as excerpt, q.hidden_reason as reason,
      q.hidden_at as "hiddenAt" from question q where q.hidden_at is not null
    union all
    select q.id, a.id, q.title, left(a.body, 200), a.hidden_reason, a.hidden_at
    from answer a join question q on q.id = a.question_id where a.hidden_at is not null
    order by "hiddenAt" desc limit ${limit}`.execute(db)
  return rows
}

/** An open question that nobody has answered. */
export interface Unanswered {
  id: number
  title: string
  organisation: string | null
  askedAt: Date
  /** How many it has been sent to. */
  sentTo: number
  /** When it will be sent to more, if it will. */
  widenOn: string | null
  madeUp: boolean
}

/** Open questions without an answer, the oldest first. */
export async function listUnanswered(db: Kysely<Database>, limit: number): Promise<Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select q.id, q.title, o.name as organisation, q.asked_at as "askedAt", q.widen_on as "widenOn", q.made_up as "madeUp",
      (select count(*)::int from question_recipient r where r.question_id = q.id) as "sentTo"
    from question q left join organisation o on o.code = q.organisation_code
    where q.state = 'open' and q.hidden_at is null
      and not exists (select from answer a where a.question_id = q.id and a.hidden_at is null)
    order by q.asked_at, q.id limit ${limit}`.execute(db)
  return rows
}
