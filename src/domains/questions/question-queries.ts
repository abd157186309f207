import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Reason } from './rules/reason.ts'
import type { Readers } from './tables.ts'

/** Who wrote something, as members see it; null when that person has been forgotten. */
export interface Writer {
  personId: number
  name: string
  title: string
}

export interface Question {
  id: number
  title: string
  /** Markdown. */
  body: string
  language: Language
  writer: Writer | null
  organisation: { code: string; name: string } | null
  askedAt: Date
  editedAt: Date | null
  audience: Readers
  state: 'open' | 'closed'
  closedReason: string
  acceptedAnswerId: number | null
  widenOn: string | null
  hiddenAt: Date | null
  hiddenReason: string
  madeUp: boolean
  version: number
  figureIds: string[]
  subjects: { id: string; sv: string; en: string }[]
}

export interface Answer {
  id: number
  questionId: number
  /** Markdown. */
  body: string
  writer: Writer | null
  organisation: { code: string; name: string } | null
  writtenAt: Date
  editedAt: Date | null
  source: 'web' | 'mail'
  audience: Readers
  askedOn: string | null
  confirmedOn: string | null
  outdatedOn: string | null
  hiddenAt: Date | null
  hiddenReason: string
  madeUp: boolean
  version: number
  /** How many have thanked for it. */
  thanks: number
  /** Whether the reader has. */
  thanked: boolean
}

/** A question with what it is tied to, whoever may read it. */
export async function findQuestion(db: Kysely<Database>, id: number): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select q.id, q.title, q.body, q.language, 
      (select json_build_object('personId', p.id, 'name', p.name, 'title', p.title) from person p
        where p.id = q.asked_by and p.erased_at is null) as writer,
      (select json_build_object('code', o.code, 'name', o.name) from organisation o
        where o.code = q.organisation_code) as organisation,
      q.asked_at as "askedAt", q.edited_at as "editedAt", q.audience, q.state, q.closed_reason as "closedReason",
      q.accepted_answer_id as "acceptedAnswerId", q.widen_on as "widenOn", q.hidden_at as "hiddenAt",
      q.hidden_reason as "hiddenReason", q.made_up as "madeUp", q.version,
      array(select f.key_figure_id from question_key_figure f join key_figure k on k.id = f.key_figure_id
        where f.question_id = q.id order by k.ordinal, k.id) as "figureIds",
      (select coalesce(json_agg(json_build_object('id', s.id, 'sv', s.name_sv, 'en', s.name_en) order by s.ordinal, s.id), '[]')
        from question_subject t join subject s on s.id = t.subject_id where t.question_id = q.id) as subjects
    from question q where q.id = ${id}`.execute(db)
  return rows[0]
}

/** Answers that fit, as `a`: joined rather than looked up one by one, since a question may have many. */
function selectAnswers(
  db: Kysely<Database>,
  { fits, order, reader }: { fits: RawBuilder<unknown>; order: RawBuilder<unknown>; reader: number | null },
): Promise<{ rows: Answer[] }> {
  return sql<Answer>`
    select a.id, a.question_id as "questionId", a.body,
      case when p.id is not null then json_build_object('personId', p.id, 'name', p.name, 'title', p.title) end as writer,
      case when o.code is not null then json_build_object('code', o.code, 'name', o.name) end as organisation,
      a.written_at as "writtenAt", a.edited_at as "editedAt", a.source, a.audience,
      a.still_true_asked_on as "askedOn", a.confirmed_on as "confirmedOn", a.outdated_on as "outdatedOn",
      a.hidden_at as "hiddenAt", a.hidden_reason as "hiddenReason", a.made_up as "madeUp", a.version,
      coalesce(t.thanks, 0) as thanks, coalesce(t.thanked, false) as thanked
    from answer a join question q on q.id = a.question_id
    left join person p on p.id = a.written_by and p.erased_at is null
    left join organisation o on o.code = a.organisation_code
    left join (
      select t.answer_id, count(*)::int as thanks, bool_or(t.person_id = ${reader}::bigint) as thanked
      from answer_thanks t join answer a on a.id = t.answer_id where ${fits} group by t.answer_id) as t on t.answer_id = a.id
    where ${fits} order by ${order}`.execute(db)
}

/** All answers to a question, hidden ones too: the accepted one first, then the oldest. */
export async function listAnswers(
  db: Kysely<Database>,
  questionId: number,
  reader: number | null,
): Promise<Answer[]> {
  const { rows } = await selectAnswers(db, {
    fits: sql`a.question_id = ${questionId}`,
    order: sql`(a.id = q.accepted_answer_id) is true desc, a.outdated_on is not null, a.id`,
    reader,
  })
  return rows
}

/** One answer, whoever may read it. */
export async function findAnswer(db: Kysely<Database>, id: number): Promise<Answer | undefined> {
  const { rows } = await selectAnswers(db, { fits: sql`a.id = ${id}`, order: sql`a.id`, reader: null })
  return rows[0]
}

/** Somebody whom a question was sent to. */
export interface Recipient {
  personId: number
  name: string
  organisation: string
  wave: number
  reasons: Reason[]
  askedAt: Date
  answeredAt: Date | null
  declinedAt: Date | null
}

/** Whom a question was sent to, in the order that they were asked. */
export async function listRecipients(db: Kysely<Database>, questionId: number): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select r.person_id as "personId", p.name, r.wave, r.reason as reasons, r.asked_at as "askedAt",
      r.answered_at as "answeredAt", r.declined_at as "declinedAt",
      coalesce((select o.name from appointment a join organisation o on o.code = a.organisation_code
        where a.person_id = p.id and a.role <> 'applicant' order by a.until is not null, a.ordinal, a.id limit 1), '') as organisation
    from question_recipient r join person p on p.id = r.person_id and p.erased_at is null
    where r.question_id = ${questionId} order by r.wave, r.asked_at, r.person_id`.execute(db)
  return rows
}

/** Whether a person follows a question. */
export async function isFollowed(
  db: Kysely<Database>,
  questionId: number,
  personId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('question_follow')
    .select('question_id')
    .where('question_id', '=', questionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
