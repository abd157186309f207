import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { insertAnswer, insertThanks, setAccepted, setHolding, updateAnswer } from './answer-write-queries.ts'
import { listFollowers, notify } from './notice-queries.ts'
import type { Place } from './place.ts'
import { type Answer, findAnswer, findQuestion } from './question-queries.ts'
import { findPost } from './routing-queries.ts'
import type { Readers } from './tables.ts'
import { lockQuestion, setWidening } from './write-queries.ts'

/** How an answer was taken: kept, or refused because of the question or of who wrote. */
export type Answered = { answerId: number } | { refused: 'missing' | 'closed' | 'not-in-network' }

/** What somebody answers, and where it was written. */
export interface NewAnswer {
  questionId: number
  body: string
  source: 'web' | 'mail'
  audience?: Readers
}

/** Answers a question and tells those who follow it. Whoever has a post in the network may, asked or not. */
export function answerQuestion(place: Place, answer: NewAnswer): Promise<Answered> {
  return act(place.db, place.actor, 'answer a question', (trx) => answerWithin(trx, place, answer))
}

/** The same within a transaction that does more. */
export async function answerWithin(
  trx: Transaction<Database>,
  { actor, now, today, madeUp }: Omit<Place, 'db'>,
  { questionId, body, source, audience = 'members' }: NewAnswer,
): Promise<Answered> {
  await lockQuestion(trx, questionId)
  const [question, post] = [await findQuestion(trx, questionId), await findPost(trx, actor.personId, today)]
  if (!question || question.hiddenAt) return { refused: 'missing' }
  if (question.state === 'closed') return { refused: 'closed' }
  if (!post) return { refused: 'not-in-network' }
  const answerId = await insertAnswer(trx, {
    questionId,
    body,
    audience,
    source,
    by: actor.personId,
    organisationCode: post.code,
    at: now,
    madeUp,
  })
  if (question.writer?.personId !== actor.personId) await setWidening(trx, questionId, null)
  const followers = await listFollowers(trx, questionId)
  const others = followers.filter((id) => id !== actor.personId)
  await notify(trx, others, { questionId, answerId, kind: 'answered', now })
  return { answerId }
}

/** Saves an answer over the version that was seen. */
export function editAnswer(
  { db, actor, now, today }: Place,
  { id, body, audience, seen }: { id: number; body: string; audience: Readers; seen: number },
): Promise<'saved' | 'overtaken'> {
  return act(db, actor, 'change an answer', async (trx) =>
    (await updateAnswer(trx, id, { body, audience }, { seen, now, today })) ? 'saved' : 'overtaken',
  )
}

/** Marks the answer that helped, or takes the mark away when it has it; its writer is told. */
export function acceptAnswer({ db, actor, now }: Place, { id, questionId, writer }: Answer): Promise<void> {
  return act(db, actor, 'accept an answer', async (trx) => {
    await lockQuestion(trx, questionId)
    const question = await findQuestion(trx, questionId)
    const accepted = question?.acceptedAnswerId === id
    await setAccepted(trx, questionId, accepted ? null : id)
    if (accepted || !writer || writer.personId === actor.personId) return
    await notify(trx, [writer.personId], { questionId, answerId: id, kind: 'accepted', now })
  })
}

/** Thanks for somebody else's answer, once; its writer is told. */
export function thankForAnswer({ db, actor, now }: Place, { id, questionId, writer }: Answer): Promise<void> {
  return act(db, actor, 'thank for an answer', async (trx) => {
    if (writer?.personId === actor.personId) return
    const isNew = await insertThanks(trx, id, actor.personId, now)
    if (!isNew || !writer) return
    await notify(trx, [writer.personId], { questionId, answerId: id, kind: 'thanked', now })
  })
}

/** Says of one's own answer that it still holds, or no longer does. */
export function confirmAnswer({ db, actor, today }: Place, id: number, holds: boolean): Promise<void> {
  const action = holds ? 'confirm an answer' : 'call an answer out of date'
  return act(db, actor, action, (trx) => setHolding(trx, id, holds, today))
}

/** The answer if it is one that members may read. */
export async function findShownAnswer(place: Pick<Place, 'db'>, id: number): Promise<Answer | undefined> {
  const answer = await findAnswer(place.db, id)
  return answer?.hiddenAt ? undefined : answer
}
