import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Rhythm } from '#platform/mail/rhythm.ts'
import type { Reason } from '../rules/reason.ts'
import type { NoticeKind } from '../tables.ts'
import { usualChoice } from './choice-queries.ts'

/** Until when notices are due now, by how often people want mail. */
export type DueMoments = Record<Exclude<Rhythm, 'never'>, Date>

/** How often the person of a notice `n` wants mail of its kind; `c` is the person's choice, if there is one. */
const rhythm = sql<Rhythm>`case when n.kind = 'asked' then coalesce(c.asked, ${usualChoice.asked})
  else coalesce(c.others, ${usualChoice.others}) end`

/** A notice that nobody has been mailed of, whose time has come; of those who want no mail it has at once. */
const isDue = (moments: DueMoments) => sql`n.mailed_at is null and n.created_at <= case ${rhythm}
  when 'daily' then ${moments.daily}::timestamptz when 'weekly' then ${moments.weekly}::timestamptz
  else ${moments['at-once']}::timestamptz end`

/** Who is to be told of something now. */
export async function listPeopleToTell(db: Kysely<Database>, moments: DueMoments): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct n.person_id as id from question_notice n
    left join question_mail_choice c on c.person_id = n.person_id where ${isDue(moments)} order by 1`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** One thing that a person is told, with what it is about. */
export interface DueNotice {
  id: number
  kind: NoticeKind
  rhythm: Rhythm
  questionId: number
  title: string
  body: string
  madeUp: boolean
  hiddenReason: string
  /** Who asked; null when forgotten. */
  asker: string | null
  askedFrom: string | null
  answer: { body: string; writer: string | null; from: string | null } | null
  /** Why just this person is asked. */
  reasons: Reason[]
  /** There is nothing left to tell: taken away, or answered already. */
  overtaken: boolean
}

/** Takes what a person is to be told now and notes it as told. What another worker has taken is left out. */
export async function takeDueNotices(
  trx: Transaction<Database>,
  personId: number,
  moments: DueMoments,
  now: Date,
): Promise<DueNotice[]> {
  const { rows: taken } = await sql<{ id: number; rhythm: Rhythm }>`
    select n.id, ${rhythm} as rhythm from question_notice n
    left join question_mail_choice c on c.person_id = n.person_id
    where n.person_id = ${personId} and ${isDue(moments)} order by n.id for update of n skip locked`.execute(
    trx,
  )
  const ids = taken.map(({ id }) => id)
  await sql`update question_notice set mailed_at = ${now} where id = any(${ids})`.execute(trx)
  const { rows } = await sql<Omit<DueNotice, 'rhythm'>>`
    select n.id, n.kind, q.id as "questionId", q.title, q.body, q.made_up as "madeUp",
      coalesce(nullif(a.hidden_reason, ''), q.hidden_reason) as "hiddenReason",
      p.name as asker, o.name as "askedFrom", coalesce(r.reason, '[]') as reasons,
      case when a.id is not null then json_build_object('body', a.body, 'writer', w.name, 'from', f.name) end as answer,
      n.kind <> 'hidden' and (q.hidden_at is not null or a.hidden_at is not null)
        or n.kind = 'asked' and (q.state = 'closed' or r.answered_at is not null or r.declined_at is not null)
        as overtaken
    from question_notice n join question q on q.id = n.question_id
    left join person p on p.id = q.asked_by and p.erased_at is null
    left join organisation o on o.code = q.organisation_code
    left join answer a on a.id = n.answer_id
    left join person w on w.id = a.written_by and w.erased_at is null
    left join organisation f on f.code = a.organisation_code
    left join question_recipient r on r.question_id = n.question_id and r.person_id = n.person_id
    where n.id = any(${ids}) order by n.created_at, n.id`.execute(trx)
  const rhythms = new Map(taken.map(({ id, rhythm: one }) => [id, one]))
  return rows.map((row) => ({ ...row, rhythm: rhythms.get(row.id) ?? 'never' }))
}

export interface MailReader {
  personId: number
  name: string
  email: string
  language: Language
}

/** Whom to write to; undefined when the person has left, or has no address that works. */
export async function findMailReader(
  trx: Transaction<Database>,
  personId: number,
  today: string,
): Promise<MailReader | undefined> {
  const { rows } = await sql<MailReader>`
    select p.id as "personId", p.name, p.email, p.language from person p
    where p.id = ${personId} and p.email is not null and p.email_failed_at is null and p.erased_at is null
      and exists (select from appointment a where a.person_id = p.id and a.role <> 'applicant'
        and a.since <= ${today} and (a.until is null or a.until > ${today}))`.execute(trx)
  return rows[0]
}

/** The title of a question and who a person is, for a mail about an answer that could not be taken. */
export async function findSubject(
  db: Kysely<Database>,
  { questionId, personId }: { questionId: number; personId: number },
): Promise<{ title: string; language: Language } | undefined> {
  const { rows } = await sql<{ title: string; language: Language }>`
    select case when q.hidden_at is null then q.title else '' end as title, p.language
    from person p left join question q on q.id = ${questionId} where p.id = ${personId}`.execute(db)
  return rows[0]
}
