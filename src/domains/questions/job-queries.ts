import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { routingLimits } from './rules/routing.ts'

/** Questions that are to be sent to more people on a day, the oldest first. */
export async function listToWiden(db: Kysely<Database>, today: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from question where widen_on <= ${today} order by asked_at, id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Takes a question that is to be sent to more people, so that no other process does: gives how many times it has been
 * sent, or null when somebody has answered, it is closed or hidden, or another was quicker.
 */
export async function claimWidening(
  trx: Transaction<Database>,
  id: number,
  today: string,
): Promise<{ waves: number } | null> {
  const { rows } = await sql<{ fits: boolean }>`
    select state = 'open' and hidden_at is null and not exists (select from answer a
      where a.question_id = question.id and a.hidden_at is null and a.written_by is distinct from question.asked_by) as fits
    from question where id = ${id} and widen_on <= ${today} for update`.execute(trx)
  if (!rows[0]) return null
  await trx.updateTable('question').set({ widen_on: null }).where('id', '=', id).execute()
  if (!rows[0].fits) return null
  const sent = await sql<{ waves: number }>`
    select coalesce(max(wave), 0)::int as waves from question_recipient where question_id = ${id}`.execute(
    trx,
  )
  const waves = sent.rows[0]?.waves ?? 0
  return waves < routingLimits.waves ? { waves } : null
}

/** How many of those whom a question was sent to have neither answered nor declined, and how often it was sent. */
export async function countWaiting(
  trx: Transaction<Database>,
  questionId: number,
): Promise<{ waiting: number; waves: number }> {
  const { rows } = await sql<{ waiting: number; waves: number }>`
    select count(*) filter (where answered_at is null and declined_at is null)::int as waiting,
      coalesce(max(wave), 1)::int as waves
    from question_recipient where question_id = ${questionId}`.execute(trx)
  return rows[0] ?? { waiting: 0, waves: 1 }
}

/** Marks the answers whose writers are to be asked whether they still hold, and gives them. */
export async function claimStillTrue(
  trx: Transaction<Database>,
  { today, before }: { today: string; before: string },
): Promise<{ answerId: number; questionId: number; personId: number }[]> {
  const { rows } = await sql<{ answerId: number; questionId: number; personId: number }>`
    update answer a set still_true_asked_on = ${today}
    from question q, person p
    where q.id = a.question_id and p.id = a.written_by and p.erased_at is null
      and a.hidden_at is null and q.hidden_at is null and a.outdated_on is null
      and greatest(a.written_at::date, a.confirmed_on, a.still_true_asked_on) <= ${before}::date
    returning a.id as "answerId", a.question_id as "questionId", p.id as "personId"`.execute(trx)
  return rows
}

/**
 * Takes the week's list of unanswered questions, so that it leaves once. False when it has left already. The database's
 * clock is asked, since it wrote down when the last list left.
 */
export async function claimWeeklyList(trx: Transaction<Database>, kind: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${kind}))`.execute(trx)
  const { rows } = await sql<{ sent: boolean }>`
    select exists (select from mail where kind = ${kind} and created_at > now() - interval '5 days') as sent`.execute(
    trx,
  )
  return rows[0]?.sent === false
}

/** Those who work at the secretariat today and can be reached by mail. */
export async function listSecretariat(
  db: Kysely<Database>,
  today: string,
): Promise<{ personId: number; name: string; email: string; language: 'sv' | 'en' }[]> {
  const { rows } = await sql<{ personId: number; name: string; email: string; language: 'sv' | 'en' }>`
    select distinct p.id as "personId", p.name, p.email, p.language from person p join appointment a on a.person_id = p.id
    where a.role = 'secretariat' and a.since <= ${today} and (a.until is null or a.until > ${today})
      and p.erased_at is null and p.email is not null order by p.id`.execute(db)
  return rows
}
