import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { askOfAnswers, type GivenAnswer, saveAnswer } from './answer-queries.ts'
import { tellApprovers, tellReporters } from './emails.ts'
import { lockReport, moveReport } from './report-queries.ts'
import { allows, canAnswer, type ReportStep, reportSteps } from './rules.ts'

/** Where and for whom something happens. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  baseUrl: string
  /** `YYYY-MM-DD`. */
  today: string
  /** In a demonstration every published value says that it is made up. */
  demo: boolean
}

/** Saves an answer while the report is open and nobody else was quicker. */
export function giveAnswer(
  { db, actor }: Place,
  where: { code: string; year: number },
  answer: GivenAnswer,
  seen: number,
): Promise<'saved' | 'closed' | 'changed'> {
  return act(db, actor, 'answer a key figure', async (trx) => {
    const report = await lockReport(trx, where.code, where.year)
    if (!report?.figures.includes(answer.figureId) || !canAnswer(report)) return 'closed'
    const given = { ...answer, reportId: report.id, answeredBy: actor.personId }
    return (await saveAnswer(trx, given, seen)) ? 'saved' : 'changed'
  })
}

/** Saves several answers at once; when the report is closed or one was changed meanwhile, none. */
export async function giveAnswers(
  { db, actor }: Place,
  where: { code: string; year: number },
  answers: { answer: GivenAnswer; seen: number }[],
): Promise<boolean> {
  try {
    return await act(db, actor, 'read answers from a workbook', async (trx) => {
      const report = await lockReport(trx, where.code, where.year)
      if (!report || !canAnswer(report)) return false
      for (const { answer, seen } of answers) {
        const given = { ...answer, reportId: report.id, answeredBy: actor.personId }
        if (!report.figures.includes(answer.figureId) || !(await saveAnswer(trx, given, seen))) {
          throw new Overtaken('An answer was changed in the meantime.')
        }
      }
      return true
    })
  } catch (error) {
    if (error instanceof Overtaken) return false
    throw error
  }
}

class Overtaken extends Error {}

export type Moved = 'moved' | 'overtaken' | 'unanswered'

/** Takes a step with a report that stands as it was seen, and tells its reporters where that concerns them. */
export function takeStep(
  place: Place,
  where: { code: string; year: number },
  taken: {
    step: ReportStep
    text: string
    seen: number
    /** What is asked of single figures; the text says it too. */
    questions?: { figureId: string; text: string }[]
  },
): Promise<Moved> {
  const { db, actor, baseUrl, today } = place
  return act(db, actor, `report: ${taken.step}`, async (trx) => {
    const report = await lockReport(trx, where.code, where.year)
    if (!report || report.version !== taken.seen || !allows(report.state, taken.step)) return 'overtaken'
    const leaves = taken.step === 'submit' || taken.step === 'submit-for-approval'
    if (leaves && !canAnswer(report)) return 'overtaken'
    if (leaves && !report.correctionsOnly && report.answered < report.figures.length) return 'unanswered'
    await askOfAnswers(trx, report.id, taken.questions ?? [])
    await moveReport(trx, report, {
      step: taken.step,
      to: reportSteps[taken.step].to,
      text: taken.text,
      by: actor.personId,
    })
    const told = { baseUrl, today, text: taken.text }
    if (taken.step === 'send-back' || taken.step === 'ask-again') {
      await tellReporters(trx, report, { ...told, what: 'sent-back' })
    }
    if (taken.step === 'submit-for-approval') await tellApprovers(trx, report, told)
    return 'moved'
  })
}
