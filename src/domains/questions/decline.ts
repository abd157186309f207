import { act } from '#database/act.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { sendTo } from './actions.ts'
import { countWaiting } from './job-queries.ts'
import { wideningJob } from './jobs.ts'
import type { Place } from './place.ts'
import { findQuestion } from './question-queries.ts'
import { listNamed, lockRouting } from './routing-queries.ts'
import { routingLimits } from './rules/routing.ts'
import { markDeclined, setWidening } from './write-queries.ts'

/** How it went: noted, noted and sent on, or the person named cannot be sent it. */
export type Declined = 'declined' | 'sent-on' | 'cannot-be-asked' | 'not-asked'

/**
 * Notes that somebody who was asked cannot answer, and asks whom that person names instead. When nobody is left who
 * could answer, the question goes on to the next at once.
 */
export function declineQuestion(
  { db, actor, now, today }: Place,
  { questionId, instead }: { questionId: number; instead: number | null },
): Promise<Declined> {
  return act(db, actor, 'decline a question', async (trx) => {
    await lockRouting(trx)
    const question = await findQuestion(trx, questionId)
    if (!question || question.hiddenAt || question.state === 'closed') return 'not-asked'
    const found = await listNamed(trx, instead === null ? [] : [instead], {
      language: question.language,
      askedBy: question.writer?.personId ?? null,
      questionId,
      today,
      now,
    })
    const named = found.filter(({ askedLately }) => askedLately < routingLimits.aWeek)
    if (instead !== null && named.length === 0) return 'cannot-be-asked'
    if (!(await markDeclined(trx, questionId, actor.personId, now))) return 'not-asked'
    const { waiting, waves } = await countWaiting(trx, questionId)
    const people = named.map(({ personId }) => ({
      personId,
      reasons: [{ kind: 'suggested' as const, by: actor.personId }],
    }))
    if (people.length > 0) {
      await sendTo(trx, questionId, people, { wave: waves, now })
      return 'sent-on'
    }
    if (waiting === 0 && question.widenOn !== null) {
      await setWidening(trx, questionId, today)
      await wakeJob(trx, wideningJob)
    }
    return 'declined'
  })
}
