import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { notify, setFollowed } from './notice-queries.ts'
import type { Place } from './place.ts'
import { findQuestion } from './question-queries.ts'
import { type Chosen, choose, type Grounds } from './routing.ts'
import { lockRouting } from './routing-queries.ts'
import { workingDaysToAnswer } from './rules/limits.ts'
import {
  insertQuestion,
  insertRecipients,
  type QuestionText,
  setClosed,
  setWidening,
  updateQuestion,
} from './write-queries.ts'

/** Asks a question and sends it to those who fit, as one thing. Gives its id and whom it reached. */
export function askQuestion(
  place: Place,
  text: QuestionText,
  grounds: Grounds,
): Promise<{ id: number; people: Chosen[] }> {
  return act(place.db, place.actor, 'ask a question', (trx) => askWithin(trx, place, text, grounds))
}

/** The same within a transaction that does more. */
export async function askWithin(
  trx: Transaction<Database>,
  { actor, now, today, madeUp }: Omit<Place, 'db'>,
  text: QuestionText,
  grounds: Grounds,
): Promise<{ id: number; people: Chosen[] }> {
  await lockRouting(trx)
  const { organisationCode } = grounds.asking
  const id = await insertQuestion(trx, text, { by: actor.personId, organisationCode, at: now, madeUp })
  const { people } = await choose(trx, grounds, { questionId: id, today, now })
  await sendTo(trx, id, people, { wave: 1, now })
  await setWidening(trx, id, addWorkingDays(today, workingDaysToAnswer))
  await setFollowed(trx, id, actor.personId, true, now)
  return { id, people }
}

/** Sends a question to people and tells them. */
export async function sendTo(
  trx: Transaction<Database>,
  questionId: number,
  people: Pick<Chosen, 'personId' | 'reasons'>[],
  { wave, now }: { wave: number; now: Date },
): Promise<void> {
  await insertRecipients(trx, questionId, people, { wave, now })
  const ids = people.map(({ personId }) => personId)
  await notify(trx, ids, { questionId, kind: 'asked', now })
}

/** Saves a question over the version that was seen; those whom it was sent to stay the same. */
export function editQuestion(
  { db, actor, now }: Place,
  { id, text, seen }: { id: number; text: QuestionText; seen: number },
): Promise<'saved' | 'overtaken'> {
  return act(db, actor, 'change a question', async (trx) =>
    (await updateQuestion(trx, id, text, { seen, now })) ? 'saved' : 'overtaken',
  )
}

/** Closes a question: nobody is asked or answers any more. */
export function closeQuestion({ db, actor }: Place, id: number, reason: string): Promise<void> {
  return act(db, actor, 'close a question', (trx) => setClosed(trx, id, reason))
}

/** Opens a closed question again; if nobody has answered, more people are asked in due time. */
export function reopenQuestion({ db, actor, today }: Place, id: number): Promise<void> {
  return act(db, actor, 'open a question again', async (trx) => {
    const question = await findQuestion(trx, id)
    if (question?.state !== 'closed') return
    await setClosed(trx, id, null)
    await setWidening(trx, id, addWorkingDays(today, workingDaysToAnswer))
  })
}

/** Has somebody be told of what happens with a question. */
export function followQuestion({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'follow a question', (trx) => setFollowed(trx, id, actor.personId, true, now))
}

export function unfollowQuestion({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'stop following a question', (trx) =>
    setFollowed(trx, id, actor.personId, false, now),
  )
}
