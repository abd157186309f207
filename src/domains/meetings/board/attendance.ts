import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { StatuteRules } from '#domains/statutes/index.ts'
import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import { replaceSigners } from '../minutes/index.ts'
import { lockMeeting } from '../queries.ts'
import { replaceAttendance } from './plan-queries.ts'
import type { Attendance, BoardPerson } from './queries.ts'
import { faultsOfAttendance } from './rules/quorum.ts'

/** Who is present, who leads the meeting and who approves the minutes, as the form says it. */
export interface SentAttendance {
  present: Omit<Attendance, 'inPlaceOfName'>[]
  chair: number
  adjusters: number[]
  /** Who came later or left earlier. */
  note: string
}

/** Reads the form. Only people of the board can be present as members; the adjoined are names, one a line. */
export function attendanceFrom(
  typed: Typed,
  board: BoardPerson[],
  rules: StatuteRules,
): { sent: SentAttendance; errors: Record<string, string> } {
  const ticked = new Set(textsIn(typed, 'narvarande').map(Number))
  const known = new Set<number>()
  const present: SentAttendance['present'] = []
  for (const { personId, name, role } of board) {
    if (!ticked.has(personId) || known.has(personId)) continue
    known.add(personId)
    const served = Number(textIn(typed, `for-${personId}`)) || null
    const member = role === 'board-chair' || role === 'board-member'
    const capacity = member ? 'member' : role === 'board-substitute' ? 'substitute' : 'adjoined'
    const members = board.filter((one) => one.role === 'board-chair' || one.role === 'board-member')
    const inPlaceOf =
      capacity === 'substitute' && members.some((one) => one.personId === served) ? served : null
    present.push({ personId, name, capacity, inPlaceOf })
  }
  const adjoined = textIn(typed, 'adjungerade')
    .split('\n')
    .map((name) => name.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, 30)
  for (const name of adjoined) present.push({ personId: null, name, capacity: 'adjoined', inPlaceOf: null })
  const chair = Number(textIn(typed, 'ordforande')) || 0
  const adjusters = textsIn(typed, 'justerare').map(Number)
  const errors: Record<string, string> = {}
  const fault = faultsOfAttendance(present)
  if (fault) errors['narvarande-0'] = fault
  if (!known.has(chair)) errors.ordforande = 'chair-missing'
  const fit = adjusters.every((personId) => known.has(personId) && personId !== chair)
  if (!fit || adjusters.length > rules.board_adjusters.value) errors['justerare-0'] = 'adjusters-wrong'
  return { sent: { present, chair, adjusters, note: textIn(typed, 'under').slice(0, 1000) }, errors }
}

/** Notes it. False when the meeting is not open, or its minutes are handed over. */
export async function saveAttendance(
  trx: Transaction<Database>,
  meetingId: number,
  { present, chair, adjusters, note }: SentAttendance,
): Promise<boolean> {
  const meeting = await lockMeeting(trx, meetingId)
  if (meeting.state !== 'open') return false
  await replaceAttendance(trx, meetingId, present, note)
  await replaceSigners(trx, meetingId, [
    { personId: chair, part: 'chair' },
    ...adjusters.map((personId) => ({ personId, part: 'adjuster' as const })),
  ])
  return true
}
