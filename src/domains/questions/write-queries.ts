import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Reason } from './rules/reason.ts'
import type { Readers } from './tables.ts'

/** What who asks says of a question. */
export interface QuestionText {
  title: string
  /** Markdown; may be empty. */
  body: string
  language: Language
  audience: Readers
  figureIds: string[]
  subjectIds: string[]
}

/** Keeps a new question, and gives its id. */
export async function insertQuestion(
  trx: Transaction<Database>,
  { figureIds, subjectIds, ...text }: QuestionText,
  asked: { by: number; organisationCode: string | null; at: Date; madeUp: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('question')
    .values({
      ...text,
      asked_by: asked.by,
      organisation_code: asked.organisationCode,
      asked_at: asked.at,
      made_up: asked.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveTies(trx, id, figureIds, subjectIds)
  return id
}

/** Saves a question over the version that was seen. False when somebody was quicker. */
export async function updateQuestion(
  trx: Transaction<Database>,
  id: number,
  { figureIds, subjectIds, ...text }: QuestionText,
  { seen, now }: { seen: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('question')
    .set({ ...text, edited_at: now, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await saveTies(trx, id, figureIds, subjectIds)
  return true
}

async function saveTies(
  trx: Transaction<Database>,
  id: number,
  figureIds: string[],
  subjectIds: string[],
): Promise<void> {
  await sql`delete from question_key_figure where question_id = ${id} and key_figure_id <> all(${figureIds})`.execute(
    trx,
  )
  await sql`insert into question_key_figure select ${id}, unnest(${figureIds}::text[]) on conflict do nothing`.execute(
    trx,
  )
  await sql`delete from question_subject where question_id = ${id} and subject_id <> all(${subjectIds})`.execute(
    trx,
  )
  await sql`insert into question_subject select ${id}, unnest(${subjectIds}::text[]) on conflict do nothing`.execute(
    trx,
  )
}

/** Notes whom a question is sent to, and why. */
export async function insertRecipients(
  trx: Transaction<Database>,
  questionId: number,
  people: { personId: number; reasons: Reason[] }[],
  { wave, now }: { wave: number; now: Date },
): Promise<void> {
  for (const { personId, reasons } of people) {
    await trx
      .insertInto('question_recipient')
      .values({
        question_id: questionId,
        person_id: personId,
        wave,
        reason: JSON.stringify(reasons),
        asked_at: now,
      })
      .execute()
  }
}

/** Has those who write on one question wait for each other. */
export async function lockQuestion(trx: Transaction<Database>, id: number): Promise<void> {
  await sql`select from question where id = ${id} for update`.execute(trx)
}

/** The day when a question is sent to more people; null when it will not be. */
export async function setWidening(trx: Transaction<Database>, id: number, day: string | null): Promise<void> {
  await trx.updateTable('question').set({ widen_on: day }).where('id', '=', id).execute()
}

/** Closes a question with a reason, or opens it again when the reason is null. */
export async function setClosed(
  trx: Transaction<Database>,
  id: number,
  reason: string | null,
): Promise<void> {
  await trx
    .updateTable('question')
    .set(
      reason === null
        ? { state: 'open', closed_reason: '' }
        : { state: 'closed', closed_reason: reason, widen_on: null },
    )
    .where('id', '=', id)
    .execute()
}

/** Notes that somebody who was asked cannot answer. False when that person was not asked, or has answered. */
export async function markDeclined(
  trx: Transaction<Database>,
  questionId: number,
  personId: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('question_recipient')
    .set({ declined_at: now })
    .where('question_id', '=', questionId)
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
