import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Breach, breachesOfNotice, statutesOn } from '#domains/statutes/index.ts'
import { localOf } from '#platform/days.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { listItems, lockMeeting, type Meeting } from '../queries.ts'
import { calendarFile } from './calendar.ts'
import { boardPaths } from './paths.ts'
import { type MeetingPlan, setState, updateMeeting } from './plan-queries.ts'
import { listBoard } from './queries.ts'
import { textsOf } from './texts.ts'
import { whenOf } from './when.ts'

/** Why a notice was not sent. A breach names the paragraph and the last day. */
export type CallFault = 'not-planned' | 'no-items' | 'no-time' | Breach

interface Place {
  baseUrl: string
  now: Date
}

/**
 * Calls the board, once: whoever was second is told. Too late is refused with the paragraph, unless everyone has agreed,
 * which is noted and stands in the minutes.
 */
export async function callMeeting(
  trx: Transaction<Database>,
  call: { meetingId: number; agreed: boolean; message: string },
  { baseUrl, now }: Place,
): Promise<CallFault | undefined> {
  const meeting = await lockMeeting(trx, call.meetingId)
  if (meeting.state !== 'planned') return 'not-planned'
  if ((await listItems(trx, meeting.id)).length === 0) return 'no-items'
  if (!meeting.startsAt) return 'no-time'
  const statutes = await statutesOn(trx, meeting.heldOn)
  const [breach] = breachesOfNotice(statutes.rules, {
    kind: 'board',
    heldOn: meeting.heldOn,
    sentOn: localOf(now).day,
  })
  if (breach && !call.agreed) return breach
  await setState(trx, meeting.id, 'called', {
    called_at: now,
    statutes_id: statutes.id,
    late_notice_agreed: breach !== undefined,
  })
  await tell(trx, await lockMeeting(trx, meeting.id), 'called', call.message, baseUrl)
  return undefined
}

/** Changes when and where. Those who were called are told; a new day must be as far off as the statutes want. */
export async function changeMeeting(
  trx: Transaction<Database>,
  change: { meetingId: number; plan: MeetingPlan; agreed: boolean },
  { baseUrl, now }: Place,
): Promise<'over' | Breach | undefined> {
  const before = await lockMeeting(trx, change.meetingId)
  if (before.state !== 'planned' && before.state !== 'called') return 'over'
  const { plan } = change
  const moved = before.heldOn !== plan.heldOn
  const statutes = await statutesOn(trx, plan.heldOn)
  const [breach] = breachesOfNotice(statutes.rules, {
    kind: 'board',
    heldOn: plan.heldOn,
    sentOn: localOf(now).day,
  })
  const late = before.state === 'called' && moved && breach
  if (late && !change.agreed) return late
  await updateMeeting(trx, before.id, plan)
  if (before.state === 'planned') return undefined
  await setState(trx, before.id, 'called', {
    recalled_at: now,
    ...(moved ? { statutes_id: statutes.id, late_notice_agreed: Boolean(late) } : {}),
  })
  await tell(trx, await lockMeeting(trx, before.id), 'changed', '', baseUrl)
  return undefined
}

/** Cancels a meeting that has not begun; those who were called are told why. */
export async function cancelMeeting(
  trx: Transaction<Database>,
  cancel: { meetingId: number; reason: string },
  { baseUrl, now }: Place,
): Promise<boolean> {
  const before = await lockMeeting(trx, cancel.meetingId)
  if (before.state !== 'planned' && before.state !== 'called') return false
  await setState(trx, before.id, 'cancelled', { cancel_reason: cancel.reason, recalled_at: now })
  if (before.state === 'called') {
    await tell(trx, await lockMeeting(trx, before.id), 'cancelled', cancel.reason, baseUrl)
  }
  return true
}

/** Writes to everyone on the board, in their own language, with agenda and calendar file. */
async function tell(
  trx: Transaction<Database>,
  meeting: Meeting,
  what: 'called' | 'changed' | 'cancelled',
  message: string,
  baseUrl: string,
): Promise<void> {
  const items = await listItems(trx, meeting.id)
  const receivers = (await listBoard(trx, meeting.heldOn)).filter(({ role }) => role !== 'secretariat')
  for (const { personId, name, email, language } of receivers) {
    if (!email) continue
    const l = localeOf(language)
    const t = textsOf(l).mail
    const agenda = items.map(({ title }, at) => `${at + 1}. ${title}`).join('\n')
    await enqueueMail(trx, {
      kind: `board-meeting-${what}`,
      personId,
      to: email,
      attachments: [calendarFile(meeting, l, baseUrl)],
      ...writeMail({
        language: l.language,
        subject: t.subject[what](l.date(meeting.heldOn)),
        paragraphs: [
          t.greeting(name),
          t.text[what](whenOf(meeting, l), placeOf(meeting, l)),
          message,
          what === 'cancelled' ? '' : `${t.agenda}\n${agenda}`,
          what === 'cancelled' ? '' : t.excuse,
        ].filter(Boolean),
        button: { label: t.open, href: baseUrl + l.href(boardPaths.meeting(meeting.id)) },
        footer: [t.from],
      }),
    })
  }
}

function placeOf({ place, onlineAddress, form }: Meeting, l: Locale): string {
  return [place, onlineAddress].filter(Boolean).join(', ') || textsOf(l).forms[form]
}
