import { act } from '#database/act.ts'
import { insertReport, type Piece, setHidden, settleReports, withdrawNotices } from './moderation-queries.ts'
import { notify } from './notice-queries.ts'
import type { Place } from './place.ts'
import { findAnswer, findQuestion } from './question-queries.ts'

/** Tells the secretariat that something should not stand there. */
export function reportPiece({ db, actor, now }: Place, piece: Piece, reason: string): Promise<void> {
  return act(db, actor, 'report a question or an answer', (trx) =>
    insertReport(trx, { ...piece, by: actor.personId, reason, now }),
  )
}

/** Takes a question or an answer off the pages; who wrote it is told, and the reports about it are settled. */
export function hidePiece({ db, actor, now }: Place, piece: Piece, reason: string): Promise<void> {
  return act(db, actor, 'hide a question or an answer', async (trx) => {
    const { questionId, answerId } = piece
    const hidden = answerId === null ? await findQuestion(trx, questionId) : await findAnswer(trx, answerId)
    if (!hidden || hidden.hiddenAt) return
    await setHidden(trx, piece, reason, now)
    await withdrawNotices(trx, piece)
    await settleReports(trx, piece, { outcome: 'hidden', by: actor.personId, now })
    if (!hidden.writer) return
    await notify(trx, [hidden.writer.personId], { questionId, answerId, kind: 'hidden', now })
  })
}

/** Shows what was hidden again. */
export function showPiece({ db, actor, now }: Place, piece: Piece): Promise<void> {
  return act(db, actor, 'show a question or an answer', (trx) => setHidden(trx, piece, null, now))
}

/** Settles a report without hiding anything. */
export function leavePiece({ db, actor, now }: Place, reportId: number): Promise<void> {
  return act(db, actor, 'leave a reported question or answer', (trx) =>
    settleReports(trx, { reportId }, { outcome: 'left', by: actor.personId, now }),
  )
}
