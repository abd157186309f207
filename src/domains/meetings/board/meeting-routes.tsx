import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { Breach } from '#domains/statutes/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { areEnough, listSigners, rulesOf } from '../minutes/index.ts'
import { listItems, lockMeeting } from '../queries.ts'
import { placeOf } from './asked.ts'
import { attendanceFrom, saveAttendance } from './attendance.ts'
import { calendarFile } from './calendar.ts'
import { callMeeting, cancelMeeting, changeMeeting } from './call.ts'
import { callForm, cancelForm, meetingForm, planOf } from './forms.ts'
import { type C, meetingOf, tooLate } from './meeting-of.ts'
import { boardPaths } from './paths.ts'
import { setState } from './plan-queries.ts'
import { listBoard } from './queries.ts'
import { showMeeting } from './show-meeting.tsx'
import { textsOf } from './texts.ts'

/** A meeting from plan to end: change, call, cancel, open, who is present, close. */
export const meetingRoutes = new Hono<AppEnv<Database>>()

meetingRoutes.get(boardPaths.meeting(':meeting{\\d+}'), only('board.read'), async (c) =>
  showMeeting(c, await meetingOf(c)),
)

meetingRoutes.get(boardPaths.calendarFile(':meeting'), only('board.read'), async (c) => {
  const { locale, config } = c.var
  const file = calendarFile(await meetingOf(c), locale, config.baseUrl)
  return c.body(new Uint8Array(file.content), 200, downloadHeaders(file))
})

meetingRoutes.post(boardPaths.change(':meeting'), only('board.edit'), async (c) => {
  const meeting = await meetingOf(c)
  const form = await readForm(c, meetingForm)
  if (!form.ok) return showMeeting(c, meeting, { about: 'andra', ...form }, 422)
  const plan = planOf(form.values)
  const back = (errors: Record<string, string>) =>
    showMeeting(c, meeting, { about: 'andra', typed: form.typed, errors }, 422)
  if ('error' in plan) return back(plan.error)
  if (plan.heldOn < c.var.today) return back({ heldOn: 'day-passed' })
  const { agreed } = form.values
  const fault = await act(c.var.db, c.var.actor, 'board: change a meeting', (trx) =>
    changeMeeting(trx, { meetingId: meeting.id, plan, agreed }, placeOf(c)),
  )
  if (fault === 'over') throw tooLate(c, meeting, textsOf(c.var.locale).over)
  if (fault) return back({ agreed: breachSentence(c, fault) })
  return redirect(c, boardPaths.meeting(meeting.id), meeting.state === 'called' ? 'andrat-brev' : 'andrat')
})

meetingRoutes.post(boardPaths.cancel(':meeting'), only('board.edit'), async (c) => {
  const meeting = await meetingOf(c)
  const form = await readForm(c, cancelForm)
  if (!form.ok) return showMeeting(c, meeting, { about: 'stall-in', ...form }, 422)
  const { reason } = form.values
  const done = await act(c.var.db, c.var.actor, 'board: cancel a meeting', (trx) =>
    cancelMeeting(trx, { meetingId: meeting.id, reason }, placeOf(c)),
  )
  if (!done) throw tooLate(c, meeting, textsOf(c.var.locale).over)
  return redirect(c, boardPaths.meeting(meeting.id), 'installt')
})

meetingRoutes.post(boardPaths.call(':meeting'), only('board.edit'), async (c) => {
  const meeting = await meetingOf(c)
  const form = await readForm(c, callForm)
  if (!form.ok) return showMeeting(c, meeting, { about: 'kallelse', ...form }, 422)
  const fault = await act(c.var.db, c.var.actor, 'board: call a meeting', (trx) =>
    callMeeting(trx, { meetingId: meeting.id, ...form.values }, placeOf(c)),
  )
  if (fault === 'not-planned') throw tooLate(c, meeting, textsOf(c.var.locale).alreadyCalled)
  if (fault) {
    const errors = { agreed: typeof fault === 'string' ? fault : breachSentence(c, fault) }
    return showMeeting(c, meeting, { about: 'kallelse', typed: form.typed, errors }, 422)
  }
  return redirect(c, boardPaths.meeting(meeting.id), 'kallat')
})

meetingRoutes.post(boardPaths.open(':meeting'), only('board.decide'), async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, now, today, locale } = c.var
  const opened = await act(db, actor, 'board: open a meeting', async (trx) => {
    const { state, heldOn } = await lockMeeting(trx, meeting.id)
    if (state !== 'called' || heldOn > today) return false
    await setState(trx, meeting.id, 'open', { opened_at: now })
    return true
  })
  if (!opened) throw tooLate(c, meeting, textsOf(locale).notToOpen)
  return redirect(c, `${boardPaths.meeting(meeting.id)}#narvaro`, 'oppnat')
})

meetingRoutes.post(boardPaths.attendance(':meeting'), only('board.decide'), async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, locale } = c.var
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const [board, rules] = await Promise.all([listBoard(db, meeting.heldOn), rulesOf(db, meeting)])
  const { sent, errors } = attendanceFrom(typed, board, rules)
  if (Object.keys(errors).length > 0) return showMeeting(c, meeting, { about: 'narvaro', typed, errors }, 422)
  const saved = await act(db, actor, 'board: note who is present', (trx) =>
    saveAttendance(trx, meeting.id, sent),
  )
  if (!saved) throw tooLate(c, meeting, textsOf(locale).notOpen)
  return redirect(c, `${boardPaths.meeting(meeting.id)}#dagordning`, 'narvaro')
})

meetingRoutes.post(boardPaths.close(':meeting'), only('board.decide'), async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, now, locale } = c.var
  const rules = await rulesOf(db, meeting)
  const fault = await act(db, actor, 'board: close a meeting', async (trx) => {
    const { state } = await lockMeeting(trx, meeting.id)
    if (state !== 'open') return 'not-open'
    const left = (await listItems(trx, meeting.id)).filter(({ paragraph }) => paragraph === null)
    if (left.length > 0) return 'items-left'
    if (!areEnough(await listSigners(trx, meeting.id), rules.board_adjusters.value)) return 'signers-missing'
    await setState(trx, meeting.id, 'closed', { closed_at: now })
    return undefined
  })
  if (fault === 'not-open') throw tooLate(c, meeting, textsOf(locale).notOpen)
  if (fault) return showMeeting(c, meeting, { about: 'avsluta', errors: { avsluta: fault } }, 422)
  return redirect(c, boardPaths.minutes(meeting.id))
})

/** The sentence that names the paragraph and the last day. */
function breachSentence(c: C, { latest, paragraph }: Breach): string {
  const l = c.var.locale
  return textsOf(l).tooLate(l.date(latest), paragraph)
}
