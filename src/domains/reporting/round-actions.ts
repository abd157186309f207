import { act } from '#database/act.ts'
import { publishReadings } from '#domains/key-figures/index.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Place } from './actions.ts'
import { listAnswers } from './answer-queries.ts'
import { tellOfRound, tellReporters } from './emails.ts'
import { lockReport, moveReport, type Report } from './report-queries.ts'
import {
  claimReminders,
  findRound,
  insertRound,
  listRoundReports,
  setClosed,
  setDueDay,
} from './round-queries.ts'
import { type AskedKind, isOpen } from './rules.ts'

/** Opens a round and asks every reporter, in one transaction. False when the year has one already. */
export function openRound(
  place: Place,
  round: { year: number; kind: AskedKind; dueOn: string; figures: string[] },
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

/** Reminds those whose report has not been sent in; nobody twice in a day. Gives how many. */
export function remindOfRound(
  { db, baseUrl, today }: Pick<Place, 'db' | 'baseUrl' | 'today'>,
  actor: Actor | null,
  key: string,
): Promise<number> {
  return act(db, actor, 'remind of a reporting round', async (trx) => {
    const round = await findRound(trx, key)
    if (!round || round.closedAt) return 0
    const late = (await listRoundReports(trx, round.id, today)).filter(({ state }) => isOpen(state))
    const claimed = await claimReminders(
      trx,
      late.map(({ id }) => id),
      today,
    )
    const reports = late.filter(({ id }) => claimed.includes(id))
    const { year, dueOn } = round
    await tellOfRound(trx, reports, { year, dueOn, baseUrl, what: 'reminded' })
    return reports.length
  })
}

/** Publishes every verified report of a round; what was corrected keeps its history. Gives how many reports. */
export function publishVerified(place: Place, key: string): Promise<number> {
  const { db, actor, baseUrl, today, demo } = place
  return act(db, actor, 'publish reports', async (trx) => {
    const round = await findRound(trx, key)
    if (!round) return 0
    const { year } = round
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
          reason: answer.reason,
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

/** Changes the day that answers are wanted. */
export function changeDueDay({ db, actor }: Place, roundId: number, dueOn: string): Promise<void> {
  return act(db, actor, 'change the due day of a round', (trx) => setDueDay(trx, roundId, dueOn))
}

/** Closes a round to what has not been sent in, or opens it again. */
export function closeRound({ db, actor }: Place, roundId: number, closed: boolean): Promise<void> {
  return act(db, actor, closed ? 'close a round' : 'open a round again', (trx) =>
    setClosed(trx, roundId, closed),
  )
}
