import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { noticeBy, statutesOn } from '#domains/statutes/index.ts'
import { addDays } from '#platform/days.ts'
import type { Actor, Asked, DeskItem, WaitingItem } from '#platform/http/context.ts'
import { isHandedOver, listToSign, rulesOf } from '../minutes/index.ts'
import { listMeetings } from '../queries.ts'
import { boardPaths } from './paths.ts'
import { listOpenTasks } from './queries.ts'
import { textsOf } from './texts.ts'

/** Days before the last day that the secretariat is reminded of a call. */
const remindedBefore = 14

/** What the secretariat has to do for the board: call in time, finish minutes. */
export async function boardDesk({ db, locale: l, today }: Asked<Database>): Promise<DeskItem[]> {
  const t = textsOf(l).desk
  const [meetings, { rules }] = await Promise.all([listMeetings(db, 'board'), statutesOn(db, today)])
  const toCall = meetings.filter(({ state, heldOn }) => {
    const { latest } = noticeBy(rules, 'board', heldOn)
    return state === 'planned' && heldOn >= today && today >= addDays(latest, -remindedBefore)
  })
  const [first] = toCall.toReversed()
  const unwritten: typeof meetings = []
  for (const meeting of meetings.filter(({ state }) => state === 'closed')) {
    if (!(await isHandedOver(db, meeting.id))) unwritten.push(meeting)
  }
  const [oldest] = unwritten.toReversed()
  return [
    ...(first
      ? [
          {
            text: t.call(l.date(noticeBy(rules, 'board', first.heldOn).latest)),
            href: boardPaths.meeting(first.id),
            count: toCall.length,
          },
        ]
      : []),
    ...(oldest
      ? [
          {
            text: t.minutes(unwritten.length),
            href: boardPaths.minutes(oldest.id),
            count: unwritten.length,
          },
        ]
      : []),
  ]
}

/** What the board's room waits for from somebody: a meeting, minutes to approve, tasks. */
export async function waitingOfBoard(
  { db, locale: l, today }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l)
  const parts: WaitingItem[] = []
  for (const { what, dueOn, meetingId, itemId } of await listOpenTasks(db, actor.personId)) {
    parts.push({ text: t.waiting.task(what), href: boardPaths.item(meetingId, itemId), due: dueOn })
  }
  const toSign = (await listToSign(db, actor.personId)).filter(({ organ }) => organ === 'board')
  const seated = actor.roles.some(({ role }) => role.startsWith('board-'))
  const meetings = seated || toSign.length > 0 ? await listMeetings(db, 'board') : []
  for (const { meetingId, heldOn } of toSign) {
    const meeting = meetings.find(({ id }) => id === meetingId)
    if (!meeting) continue
    const { minutes_days: days } = await rulesOf(db, meeting)
    parts.push({
      text: t.waiting.sign(l.date(heldOn)),
      href: boardPaths.minutes(meetingId),
      due: addDays(heldOn, days.value),
    })
  }
  if (!seated || !can(actor, 'board.read')) return parts
  for (const { id, heldOn, state } of meetings) {
    if ((state === 'called' && heldOn >= today) || state === 'open') {
      parts.push({ text: t.waiting.meeting(l.date(heldOn)), href: boardPaths.meeting(id), due: heldOn })
    }
  }
  return parts
}
