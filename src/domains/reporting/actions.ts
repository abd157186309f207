import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { publishReadings } from '#domains/key-figures/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { tellOfRound, tellReporters } from './emails.ts'
import {
  type GivenAnswer,
  listAnswers,
  lockReport,
  moveReport,
  type Report,
  saveAnswer,
} from './report-queries.ts'
import { claimReminders, findRound, insertRound, listRoundReports } from './round-queries.ts'
import { allows, isOpen, type ReportStep, reportSteps } from './rules.ts'

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

/** Opens a year's round and asks every reporter, in one transaction. False when the year has one already. */
export function openRound(
  place: Place,
  round: { year: number; dueOn: string; figures: string[] },
): Promise<boolean> {
  const { db, actor, today, baseUrl, demo } = place
  return act(db, actor, 'open a reporting round', async (trx) => {
    const id = await insertRound(trx, { ...round, openedBy: actor.personId, today, madeUp: demo })
    if (id === undefined) return false
    const reports = await listRoundReports(trx, id, today)
    await tellOfRound(trx, reports, { ...round, baseUrl, what: 'opened' })
    return true
  })
}

/** Reminds the reporters of a year whose report has not been delivered; nobody twice in a day. Gives how many. */
export function remindOfRound(
  { db, baseUrl, today }: Pick<Place, 'db' | 'baseUrl' | 'today'>,
  actor: Actor | null,
  year: number,
): Promise<number> {
  return act(db, actor, 'remind of a reporting round', async (trx) => {
    const round = await findRound(trx, year)
    if (!round || round.closedAt) return 0
    const late = (await listRoundReports(trx, round.id, today)).filter(({ state }) => isOpen(state))
    const claimed = await claimReminders(
      trx,
      late.map(({ id }) => id),
      today,
    )
    const reports = late.filter(({ id }) => claimed.includes(id))
    await tellOfRound(trx, reports, { year, dueOn: round.dueOn, baseUrl, what: 'reminded' })
    return reports.length
  })
}

/** Saves an answer while the report is open and nobody else was quicker. */
export function giveAnswer(
  { db, actor }: Place,
  where: { code: string; year: number },
  answer: Omit<GivenAnswer, 'reportId' | 'answeredBy'>,
  seen: number,
): Promise<'saved' | 'closed' | 'changed'> {
  return act(db, actor, 'answer a key figure', async (trx) => {
    const report = await lockReport(trx, where.code, where.year)
    if (!report?.figures.includes(answer.figureId) || !isOpen(report.state)) return 'closed'
    const given = { ...answer, reportId: report.id, answeredBy: actor.personId }
    return (await saveAnswer(trx, given, seen)) ? 'saved' : 'changed'
  })
}

/** Saves several answers at once; when the report is closed or one was changed meanwhile, none. */
export async function giveAnswers(
  { db, actor }: Place,
  where: { code: string; year: number },
  answers: { answer: Omit<GivenAnswer, 'reportId' | 'answeredBy'>; seen: number }[],
): Promise<boolean> {
  try {
    return await act(db, actor, 'read answers from a workbook', async (trx) => {
      const report = await lockReport(trx, where.code, where.year)
      if (!report || !isOpen(report.state)) return false
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
  taken: { step: ReportStep; text: string; seen: number },
): Promise<Moved> {
  const { db, actor, baseUrl, today } = place
  return act(db, actor, `report: ${taken.step}`, async (trx) => {
    const report = await lockReport(trx, where.code, where.year)
    if (!report || report.version !== taken.seen || !allows(report.state, taken.step)) return 'overtaken'
    const leaves = taken.step === 'submit' || taken.step === 'submit-for-approval'
    if (leaves && report.answered < report.figures.length) return 'unanswered'
    await moveReport(trx, report, {
      step: taken.step,
      to: reportSteps[taken.step].to,
      text: taken.text,
      by: actor.personId,
    })
    if (taken.step === 'send-back' || taken.step === 'ask-again') {
      await tellReporters(trx, report, { baseUrl, today, text: taken.text, what: 'sent-back' })
    }
    return 'moved'
  })
}

/** Publishes every verified report of a year; what was corrected keeps its history. Gives how many reports. */
export function publishVerified(place: Place, year: number): Promise<number> {
  const { db, actor, baseUrl, today, demo } = place
  return act(db, actor, 'publish reports', async (trx) => {
    const round = await findRound(trx, year)
    if (!round) return 0
    const verified = (await listRoundReports(trx, round.id, today)).filter(
      ({ state }) => state === 'verified',
    )
    const published: Report[] = []
    for (const { code } of verified) {
      const report = await lockReport(trx, code, year)
      if (report?.state !== 'verified') continue
      await moveReport(trx, report, { step: 'publish', to: 'published', text: '', by: actor.personId })
      published.push(report)
    }
    const readings = await Promise.all(
      published.map(async (report) =>
        (await listAnswers(trx, report.id)).map((answer) => ({
          figureId: answer.figureId,
          code: report.code,
          year,
          value: answer.value,
          missing: answer.missing,
          comment: answer.comment,
          reportedBy: report.name,
        })),
      ),
    )
    await publishReadings(trx, readings.flat(), { now: new Date(), madeUp: demo })
    for (const report of published) {
      await tellReporters(trx, report, { baseUrl, today, text: '', what: 'published' })
    }
    return published.length
  })
}
