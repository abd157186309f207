import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Reader } from '#domains/key-figures/index.ts'
import { addDays } from '#platform/days.ts'
import type { JobContext } from '#platform/http/context.ts'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { addWorkingDays } from '#platform/working-days.ts'
import { sendTo } from './actions.ts'
import { unansweredMail } from './emails.ts'
import {
  claimStillTrue,
  claimWeeklyList,
  claimWidening,
  listSecretariat,
  listToWiden,
} from './job-queries.ts'
import { listUnanswered } from './moderation-queries.ts'
import { notify } from './notice-queries.ts'
import { findQuestion } from './question-queries.ts'
import { choose, lookUp } from './routing.ts'
import { lockRouting } from './routing-queries.ts'
import { daysUntilStillTrue, workingDaysToAnswer } from './rules/limits.ts'
import { setWidening } from './write-queries.ts'

/** Of one run; about half a kilobyte each. */
const rememberedThings = 20_000

type Moment = Pick<JobContext<Database>, 'db' | 'now' | 'today'>

/** The job that has questions reach more people; woken when all who were asked have declined. */
export const wideningJob = 'widen-questions'

/** Sends every question that nobody has answered in time to the next who fit. Gives how many questions. */
export async function widenQuestions({ db, now, today }: Moment): Promise<number> {
  // Nothing is kept from one run to the next: the figures may have changed.
  const reader: Reader = { db, today, remember: createMemory(rememberedThings)('') }
  let widened = 0
  for (const id of await listToWiden(db, today)) if (await widenQuestion(reader, id, now)) widened += 1
  return widened
}

async function widenQuestion(reader: Reader, id: number, now: Date): Promise<boolean> {
  const { db, today } = reader
  const question = await findQuestion(db, id)
  if (!question) return false
  const { title, language, figureIds, subjects, writer, organisation } = question
  const grounds = await lookUp(reader, {
    title,
    language,
    figureIds,
    subjectIds: subjects.map((subject) => subject.id),
    askedBy: writer?.personId ?? null,
    organisationCode: organisation?.code ?? null,
    named: [],
  })
  return act(db, null, 'send a question to more people', async (trx) => {
    await lockRouting(trx)
    const claimed = await claimWidening(trx, id, today)
    if (!claimed) return false
    const { people } = await choose(trx, grounds, { questionId: id, today, now })
    if (people.length === 0) return false
    await sendTo(trx, id, people, { wave: claimed.waves + 1, now })
    await setWidening(trx, id, addWorkingDays(today, workingDaysToAnswer))
    return true
  })
}

/** Asks the writers of answers that are a year old whether they still hold. Gives how many answers. */
export function askWhetherStillTrue({ db, now, today }: Moment): Promise<number> {
  return act(db, null, 'ask whether answers still hold', async (trx) => {
    const asked = await claimStillTrue(trx, { today, before: addDays(today, -daysUntilStillTrue) })
    for (const { personId, ...piece } of asked) {
      await notify(trx, [personId], { ...piece, kind: 'still-true', now })
    }
    return asked.length
  })
}

/** So many unanswered questions stand in the week's list. */
const mostListed = 50

const listKind = 'questions:unanswered'

/** Sends the secretariat the week's list of questions that nobody has answered. False when there is none to send. */
export async function sendUnanswered({
  db,
  now,
  today,
  baseUrl,
}: Moment & { baseUrl: string }): Promise<boolean> {
  const questions = await listUnanswered(db, mostListed)
  if (questions.length === 0) return false
  return act(db, null, 'send the list of unanswered questions', async (trx) => {
    if (!(await claimWeeklyList(trx, listKind))) return false
    for (const { personId, email, language } of await listSecretariat(trx, today)) {
      const mail = unansweredMail({ l: localeOf(language), baseUrl, questions, now })
      await enqueueMail(trx, { kind: listKind, personId, to: email, ...mail })
    }
    return true
  })
}
