import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MissingReason } from '#domains/key-figures/index.ts'

/** What a member reports of one figure. */
export interface Answer {
  figureId: string
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: MissingReason | null
  comment: string
  /** Why it corrects a value that was published, in the member's words. */
  reason: string
  /** What the secretariat asks about it and nobody has answered yet; empty when it asks nothing. */
  question: string
  version: number
  answeredBy: string
  answeredAt: Date
}

/** What somebody answers. */
export type GivenAnswer = Pick<
  Answer,
  'figureId' | 'value' | 'numerator' | 'denominator' | 'missing' | 'comment' | 'reason'
>

const columns = sql`
  a.key_figure_id as "figureId", a.value, a.numerator, a.denominator, a.missing_reason as missing, a.comment, a.reason,
  case when a.asked_at > a.answered_at then a.question else '' end as question,
  a.version, coalesce(p.name, '') as "answeredBy", a.answered_at as "answeredAt"`

export async function listAnswers(db: Kysely<Database>, reportId: number): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${columns} from report_answer a left join person p on p.id = a.answered_by
    where a.report_id = ${reportId}`.execute(db)
  return rows
}

/** What an organisation answered of a figure in the latest report before a year. */
export async function findAnswerBefore(
  db: Kysely<Database>,
  asked: { code: string; figureId: string; year: number },
): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`
    select ${columns} from report_answer a left join person p on p.id = a.answered_by
    join report e on e.id = a.report_id join reporting_round r on r.id = e.round_id
    where e.organisation_code = ${asked.code} and a.key_figure_id = ${asked.figureId} and r.year < ${asked.year}
    order by r.year desc limit 1`.execute(db)
  return rows[0]
}

/** Saves an answer over the version that was seen (0: there was none). False when somebody was quicker. */
export async function saveAnswer(
  trx: Transaction<Database>,
  answer: GivenAnswer & { reportId: number; answeredBy: number | null },
  seen: number,
): Promise<boolean> {
  const row = {
    value: answer.value,
    numerator: answer.numerator,
    denominator: answer.denominator,
    missing_reason: answer.missing,
    comment: answer.comment,
    reason: answer.reason,
    answered_by: answer.answeredBy,
    answered_at: new Date(),
  }
  const saved =
    seen === 0
      ? await trx
          .insertInto('report_answer')
          .values({ report_id: answer.reportId, key_figure_id: answer.figureId, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await trx
          .updateTable('report_answer')
          .set({ ...row, version: seen + 1 })
          .where('report_id', '=', answer.reportId)
          .where('key_figure_id', '=', answer.figureId)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst()
  return saved !== undefined
}

/** Asks about single answers of a report; each question stands until its answer is saved again. */
export async function askOfAnswers(
  trx: Transaction<Database>,
  reportId: number,
  questions: { figureId: string; text: string }[],
): Promise<void> {
  for (const { figureId, text } of questions) {
    await trx
      .updateTable('report_answer')
      .set({ question: text, asked_at: new Date() })
      .where('report_id', '=', reportId)
      .where('key_figure_id', '=', figureId)
      .execute()
  }
}
