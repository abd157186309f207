import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A question that waits for somebody. */
export interface WaitingQuestion {
  id: number
  title: string
  /** The answer that it is about, if it is about one. */
  answerId: number | null
}

/** Questions that a person has been sent and has neither answered nor declined, the oldest first. */
export async function listAskedOf(db: Kysely<Database>, personId: number): Promise<WaitingQuestion[]> {
  const { rows } = await sql<WaitingQuestion>`
    select q.id, q.title, null::bigint as "answerId" from question_recipient r join question q on q.id = r.question_id
    where r.person_id = ${personId} and r.answered_at is null and r.declined_at is null
      and q.state = 'open' and q.hidden_at is null and q.accepted_answer_id is null
    order by r.asked_at, q.id`.execute(db)
  return rows
}

/** Answers of a person who has been asked whether they still hold, and has not said. */
export async function listAskedWhetherTrue(
  db: Kysely<Database>,
  personId: number,
): Promise<WaitingQuestion[]> {
  const { rows } = await sql<WaitingQuestion>`
    select q.id, q.title, a.id as "answerId" from answer a join question q on q.id = a.question_id
    where a.written_by = ${personId} and a.still_true_asked_on is not null and a.outdated_on is null
      and (a.confirmed_on is null or a.confirmed_on < a.still_true_asked_on)
      and a.hidden_at is null and q.hidden_at is null order by a.still_true_asked_on, a.id`.execute(db)
  return rows
}

/** A person's open questions that others have answered, where no answer is accepted yet. */
export async function listToAccept(db: Kysely<Database>, personId: number): Promise<WaitingQuestion[]> {
  const { rows } = await sql<WaitingQuestion>`
    select q.id, q.title, null::bigint as "answerId" from question q
    where q.asked_by = ${personId} and q.state = 'open' and q.hidden_at is null and q.accepted_answer_id is null
      and exists (select from answer a where a.question_id = q.id and a.hidden_at is null
        and a.written_by is distinct from ${personId}) order by q.id`.execute(db)
  return rows
}

/** Questions asked since a moment about figures, or by organisations, that somebody follows; the newest first. */
export async function listAskedSince(
  db: Kysely<Database>,
  { since, figureIds, organisationCodes }: { since: Date; figureIds: string[]; organisationCodes: string[] },
): Promise<{ id: number; title: string; organisation: string | null; askedAt: Date; madeUp: boolean }[]> {
  const { rows } = await sql<{
    id: number
    title: string
    organisation: string | null
    askedAt: Date
    madeUp: boolean
  }>`
    select q.id, q.title, o.name as organisation, q.asked_at as "askedAt", q.made_up as "madeUp"
    from question q left join organisation o on o.code = q.organisation_code
    where q.asked_at > ${since} and q.hidden_at is null and (q.organisation_code = any(${organisationCodes})
      or exists (select from question_key_figure f where f.question_id = q.id and f.key_figure_id = any(${figureIds})))
    order by q.asked_at desc, q.id desc limit 100`.execute(db)
  return rows
}

/** Everything of this house that is about a person. */
export async function readQuestionData(
  db: Kysely<Database>,
  personId: number,
): Promise<Record<string, unknown>> {
  const parts = {
    questions: sql`select title, body, asked_at, audience from question where asked_by = ${personId} order by id`,
    answers: sql`select q.title as question, a.body, a.written_at, a.source, a.audience from answer a
      join question q on q.id = a.question_id where a.written_by = ${personId} order by a.id`,
    questionsReceived: sql`select q.title as question, r.reason, r.asked_at, r.answered_at, r.declined_at
      from question_recipient r join question q on q.id = r.question_id where r.person_id = ${personId} order by q.id`,
    followedQuestions: sql`select q.title as question, f.since from question_follow f
      join question q on q.id = f.question_id where f.person_id = ${personId} order by q.id`,
    thanksGiven: sql`select q.title as question, t.at from answer_thanks t join answer a on a.id = t.answer_id
      join question q on q.id = a.question_id where t.person_id = ${personId} order by t.at`,
    reportsOfQuestions: sql`select q.title as question, r.reason, r.reported_at from question_report r
      join question q on q.id = r.question_id where r.reported_by = ${personId} order by r.id`,
    questionNotices: sql`select q.title as question, n.kind, n.created_at, n.mailed_at from question_notice n
      join question q on q.id = n.question_id where n.person_id = ${personId} order by n.id`,
  }
  const read = Object.entries(parts).map(
    async ([name, query]) => [name, (await query.execute(db)).rows] as const,
  )
  return Object.fromEntries(await Promise.all(read))
}

/**
 * Forgets who asked, answered, was asked, thanked and reported. What was written stays without its writer: others have
 * built on it. Reasons that lead back to the person go with the person.
 */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  const statements = [
    sql`update question set asked_by = null where asked_by = ${personId}`,
    sql`update answer set written_by = null where written_by = ${personId}`,
    sql`update question_report set reported_by = null where reported_by = ${personId}`,
    sql`update question_report set settled_by = null where settled_by = ${personId}`,
    sql`delete from question_recipient where person_id = ${personId}`,
    sql`delete from question_follow where person_id = ${personId}`,
    sql`delete from answer_thanks where person_id = ${personId}`,
    sql`delete from question_notice where person_id = ${personId}`,
  ]
  for (const statement of statements) await statement.execute(trx)
}
