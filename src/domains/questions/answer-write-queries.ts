import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Readers } from './tables.ts'

/** Keeps an answer and that who wrote it has answered, and gives its id. */
export async function insertAnswer(
  trx: Transaction<Database>,
  answer: {
    questionId: number
    body: string
    audience: Readers
    source: 'web' | 'mail'
    by: number
    organisationCode: string | null
    at: Date
    madeUp: boolean
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('answer')
    .values({
      question_id: answer.questionId,
      body: answer.body,
      audience: answer.audience,
      source: answer.source,
      written_by: answer.by,
      organisation_code: answer.organisationCode,
      written_at: answer.at,
      made_up: answer.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('question_recipient')
    .set({ answered_at: answer.at, declined_at: null })
    .where('question_id', '=', answer.questionId)
    .where('person_id', '=', answer.by)
    .where('answered_at', 'is', null)
    .execute()
  return id
}

/** Saves an answer over the version that was seen; what is mended holds today. False when somebody was quicker. */
export async function updateAnswer(
  trx: Transaction<Database>,
  id: number,
  { body, audience }: { body: string; audience: Readers },
  { seen, now, today }: { seen: number; now: Date; today: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('answer')
    .set({ body, audience, edited_at: now, version: seen + 1, confirmed_on: today, outdated_on: null })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Says of an answer that it holds today, or no longer. */
export async function setHolding(
  trx: Transaction<Database>,
  id: number,
  holds: boolean,
  today: string,
): Promise<void> {
  await trx
    .updateTable('answer')
    .set(holds ? { confirmed_on: today, outdated_on: null } : { outdated_on: today })
    .where('id', '=', id)
    .execute()
}

/** Marks the answer that helped; null when none does any more. */
export async function setAccepted(
  trx: Transaction<Database>,
  questionId: number,
  answerId: number | null,
): Promise<void> {
  await trx
    .updateTable('question')
    .set({ accepted_answer_id: answerId })
    .where('id', '=', questionId)
    .execute()
}

/** Thanks for an answer, once. False when this person already has. */
export async function insertThanks(
  trx: Transaction<Database>,
  answerId: number,
  personId: number,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('answer_thanks')
    .values({ answer_id: answerId, person_id: personId, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
