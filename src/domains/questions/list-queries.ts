import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { everyWord } from './rules/words.ts'
import type { Readers } from './tables.ts'

/** A question among others, with as many answers as the reader may read. */
export interface ListedQuestion {
  id: number
  title: string
  language: Language
  organisation: string | null
  askedAt: Date
  audience: Readers
  state: 'open' | 'closed'
  answers: number
  accepted: boolean
  madeUp: boolean
}

/** Which questions are wanted; what is left out does not narrow. */
export interface QuestionFilter {
  /** Who reads: visitors see what its writers made public. */
  reader: Readers
  figureId?: string
  subjectId?: string
  organisationCode?: string
  /** Open, and without an answer. */
  unanswered?: boolean
  /** Asked by this person. */
  askedBy?: number
  /** Sent to this person. */
  askedOf?: number
  /** Words to find in question and answers, in any bending. */
  text?: string
}

/** Questions that fit: by how well they fit the words, else the newest first; and how many there are. */
export async function searchQuestions(
  db: Kysely<Database>,
  filter: QuestionFilter,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ questions: ListedQuestion[]; total: number }> {
  const where = sql.join(narrowings(filter), sql` and `)
  const best = filter.text ? sql`ts_rank(q.search, ${queryOf(filter.text)}) desc, ` : sql``
  const [{ rows }, count] = await Promise.all([
    sql<ListedQuestion>`
      select q.id, q.title, q.language, o.name as organisation, q.asked_at as "askedAt", q.audience, q.state,
        (select count(*)::int from answer a where a.question_id = q.id and ${readable(filter.reader)}) as answers,
        exists (select from answer a where a.id = q.accepted_answer_id and ${readable(filter.reader)}) as accepted,
        q.made_up as "madeUp"
      from question q left join organisation o on o.code = q.organisation_code
      where ${where} order by ${best}q.asked_at desc, q.id desc limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from question q where ${where}`.execute(db),
  ])
  return { questions: rows, total: count.rows[0]?.total ?? 0 }
}

const readable = (reader: Readers) =>
  reader === 'everyone' ? sql`a.hidden_at is null and a.audience = 'everyone'` : sql`a.hidden_at is null`

function queryOf(text: string): RawBuilder<unknown> {
  const words = everyWord(text)
  return sql`(to_tsquery('swedish', ${words}) || to_tsquery('english', ${words}))`
}

function narrowings(filter: QuestionFilter): RawBuilder<unknown>[] {
  const { reader, figureId, subjectId, organisationCode, unanswered, askedBy, askedOf, text } = filter
  return [
    sql`q.hidden_at is null`,
    ...(reader === 'everyone' ? [sql`q.audience = 'everyone'`] : []),
    ...(figureId
      ? [
          sql`exists (select from question_key_figure f where f.question_id = q.id and f.key_figure_id = ${figureId})`,
        ]
      : []),
    ...(subjectId
      ? [
          sql`exists (select from question_subject s where s.question_id = q.id and s.subject_id = ${subjectId})`,
        ]
      : []),
    ...(organisationCode ? [sql`q.organisation_code = ${organisationCode}`] : []),
    ...(unanswered
      ? [
          sql`q.state = 'open' and not exists (select from answer a where a.question_id = q.id and ${readable(reader)})`,
        ]
      : []),
    ...(askedBy === undefined ? [] : [sql`q.asked_by = ${askedBy}`]),
    ...(askedOf === undefined
      ? []
      : [
          sql`exists (select from question_recipient r where r.question_id = q.id and r.person_id = ${askedOf})`,
        ]),
    ...(text
      ? [
          sql`(q.search @@ ${queryOf(text)} or exists (select from answer a where a.question_id = q.id
            and ${readable(reader)} and a.search @@ ${queryOf(text)}))`,
        ]
      : []),
  ]
}
