import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { NoticeKind } from './tables.ts'

/** Has somebody follow a question, or no longer. */
export async function setFollowed(
  trx: Transaction<Database>,
  questionId: number,
  personId: number,
  follows: boolean,
  now: Date,
): Promise<void> {
  if (follows) {
    await trx
      .insertInto('question_follow')
      .values({ question_id: questionId, person_id: personId, since: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await trx
    .deleteFrom('question_follow')
    .where('question_id', '=', questionId)
    .where('person_id', '=', personId)
    .execute()
}

/** What somebody should be told, to be written beside what happened. */
export async function notify(
  trx: Transaction<Database>,
  personIds: number[],
  {
    questionId,
    answerId = null,
    kind,
    now,
  }: {
    questionId: number
    answerId?: number | null
    kind: NoticeKind
    now: Date
  },
): Promise<void> {
  for (const personId of new Set(personIds)) {
    await trx
      .insertInto('question_notice')
      .values({ person_id: personId, question_id: questionId, answer_id: answerId, kind, created_at: now })
      .execute()
  }
}

/** Those who follow a question. */
export async function listFollowers(trx: Transaction<Database>, questionId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('question_follow')
    .innerJoin('person', 'person.id', 'question_follow.person_id')
    .where('question_id', '=', questionId)
    .where('person.erased_at', 'is', null)
    .select('person_id')
    .orderBy('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
