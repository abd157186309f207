import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Answer, QuestionKind } from './rules.ts'

/** How an event is evaluated. */
export interface Evaluation {
  eventId: number
  invitedAt: Date | null
  /** The last day to answer; null until participants were asked. */
  closesOn: string | null
  /** How many sheets have come in. */
  answered: number
  publishedAt: Date | null
  conclusion: string
  own: OwnQuestion[]
  madeUp: boolean
}

/** A question that one event asks beside the standard ones. */
export interface OwnQuestion {
  id: number
  kind: QuestionKind
  text: Record<Language, string>
}

export async function findEvaluation(db: Kysely<Database>, eventId: number): Promise<Evaluation | undefined> {
  const { rows } = await sql<Evaluation>`
    select v.event_id as "eventId", v.invited_at as "invitedAt", v.closes_on as "closesOn", v.answered,
      v.published_at as "publishedAt", v.conclusion, v.made_up as "madeUp",
      (select coalesce(json_agg(json_build_object('id', q.id, 'kind', q.kind,
        'text', json_build_object('sv', q.text_sv, 'en', coalesce(nullif(q.text_en, ''), q.text_sv))) order by q.ordinal),
        '[]') from event_evaluation_question q where q.event_id = v.event_id) as own
    from event_evaluation v where v.event_id = ${eventId}`.execute(db)
  return rows[0]
}

/** Every answer to an event, each on its own. */
export async function listEvaluationAnswers(db: Kysely<Database>, eventId: number): Promise<Answer[]> {
  return db
    .selectFrom('event_evaluation_answer')
    .where('event_id', '=', eventId)
    .select(['question', 'mark', 'words'])
    .execute()
}

/** Plans an evaluation with its own questions. Nothing changes once participants were asked; then false. */
export async function planEvaluation(
  trx: Transaction<Database>,
  eventId: number,
  own: { kind: QuestionKind; sv: string; en: string }[],
  madeUp: boolean,
): Promise<boolean> {
  await sql`insert into event_evaluation (event_id, made_up) values (${eventId}, ${madeUp})
    on conflict do nothing`.execute(trx)
  const { rows } = await sql`select from event_evaluation where event_id = ${eventId} and invited_at is null
    for update`.execute(trx)
  if (rows.length === 0) return false
  await trx.deleteFrom('event_evaluation_question').where('event_id', '=', eventId).execute()
  for (const [ordinal, { kind, sv, en }] of own.entries()) {
    await trx
      .insertInto('event_evaluation_question')
      .values({ event_id: eventId, ordinal, kind, text_sv: sv, text_en: en })
      .execute()
  }
  return true
}

/** Gives up a planned evaluation. */
export async function dropEvaluation(trx: Transaction<Database>, eventId: number): Promise<void> {
  await trx
    .deleteFrom('event_evaluation')
    .where('event_id', '=', eventId)
    .where('invited_at', 'is', null)
    .execute()
}

/** Events that have ended, are to be evaluated, and whose participants have not been asked yet. */
export async function listDueEvaluations(
  db: Kysely<Database>,
  now: Date,
  mostDays: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select e.id from event e join event_evaluation v on v.event_id = e.id
    where v.invited_at is null and e.published_at is not null and e.cancelled_at is null
      and e.ends_at < ${now} and e.ends_at > ${now}::timestamptz - make_interval(days => ${mostDays})
    order by e.ends_at`.execute(db)
  return rows.map(({ id }) => id)
}

/** Takes an evaluation for asking; false when another process has it already. */
export async function claimEvaluation(
  trx: Transaction<Database>,
  eventId: number,
  { now, closesOn }: { now: Date; closesOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('event_evaluation')
    .set({ invited_at: now, closes_on: closesOn })
    .where('event_id', '=', eventId)
    .where('invited_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those who took part: who was checked in, or everybody with a place where nobody was. */
export async function listTakenPart(
  db: Kysely<Database>,
  eventId: number,
): Promise<{ email: string; language: Language; personId: number | null }[]> {
  const { rows } = await sql<{ email: string; language: Language; personId: number | null }>`
    select r.email, r.language, r.person_id as "personId" from event_registration r
    where r.event_id = ${eventId} and r.state = 'placed' and r.email <> ''
      and (r.checked_in_at is not null
        or not exists (select from event_registration c where c.event_id = ${eventId} and c.checked_in_at is not null))`.execute(
    db,
  )
  return rows
}

/** Keeps tickets by their hashes alone, in the hashes' own order, so that no order leads back to a participant. */
export async function insertTickets(
  trx: Transaction<Database>,
  eventId: number,
  hashes: string[],
): Promise<void> {
  for (const hash of [...hashes].sort()) {
    await trx.insertInto('event_evaluation_ticket').values({ event_id: eventId, hash }).execute()
  }
}

/** The event that a ticket is for; undefined when it was used, or never given. */
export async function findTicket(db: Kysely<Database>, hash: string): Promise<number | undefined> {
  const ticket = await db
    .selectFrom('event_evaluation_ticket')
    .select('event_id')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return ticket?.event_id
}

/** Uses up a ticket and keeps the answers, each on its own. False when the ticket was used meanwhile. */
export async function saveSheet(
  trx: Transaction<Database>,
  eventId: number,
  hash: string,
  answers: Answer[],
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('event_evaluation_ticket')
    .where('hash', '=', hash)
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) return false
  for (const answer of answers) {
    await trx
      .insertInto('event_evaluation_answer')
      .values({ event_id: eventId, ...answer })
      .execute()
  }
  await sql`update event_evaluation set answered = answered + 1 where event_id = ${eventId}`.execute(trx)
  return true
}

/** Shows the marks and a conclusion to members, or takes them away again with null. */
export async function publishEvaluation(
  trx: Transaction<Database>,
  eventId: number,
  { conclusion, publishedAt }: { conclusion: string; publishedAt: Date | null },
): Promise<void> {
  await trx
    .updateTable('event_evaluation')
    .set({ conclusion, published_at: publishedAt })
    .where('event_id', '=', eventId)
    .execute()
}

/** Throws away tickets that can no longer be used, and the texts of mails of a kind whose links are too old. */
export async function closeEvaluations(
  db: Kysely<Database>,
  today: string,
  mails: { kind: string; days: number },
): Promise<void> {
  await sql`delete from event_evaluation_ticket t using event_evaluation v
    where v.event_id = t.event_id and v.closes_on < ${today}::date`.execute(db)
  await sql`update mail set plain = '', html = '' where kind = ${mails.kind} and plain <> ''
    and coalesce(sent_at, given_up_at) < ${today}::date - make_interval(days => ${mails.days})`.execute(db)
}
