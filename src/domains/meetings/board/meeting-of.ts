import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { findItem, findMeeting, type Meeting, type MeetingItem } from '../queries.ts'
import { boardPaths } from './paths.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

const numberOf = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0)

/** The board meeting of the address. Throws a 404. */
export async function meetingOf(c: C): Promise<Meeting> {
  const meeting = await findMeeting(c.var.db, numberOf(c.req.param('meeting')))
  const l = c.var.locale
  if (meeting?.organ === 'board') return meeting
  const t = textsOf(l)
  throw new Problem(404, t.noMeeting, [{ href: l.href(boardPaths.list), label: t.title }])
}

/** The item of the address, at its meeting. Throws a 404. */
export async function itemOf(c: C): Promise<{ meeting: Meeting; item: MeetingItem }> {
  const meeting = await meetingOf(c)
  const item = await findItem(c.var.db, numberOf(c.req.param('item')))
  const l = c.var.locale
  if (item?.meetingId === meeting.id) return { meeting, item }
  const t = textsOf(l)
  throw new Problem(404, t.noItem, [{ href: l.href(boardPaths.meeting(meeting.id)), label: t.toMeeting }])
}

/** Refuses what can no longer be done, with the way back (409). */
export function tooLate(c: C, meeting: Meeting, sentence: string): Problem {
  const l = c.var.locale
  return new Problem(409, sentence, [
    { href: l.href(boardPaths.meeting(meeting.id)), label: textsOf(l).toMeeting },
  ])
}

export const idIn = (c: C, name: string) => numberOf(c.req.param(name))
