import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { annualSlug } from '../decisions.ts'
import type { Meeting, MeetingItem } from '../queries.ts'
import { findAnnualAt } from './meeting-queries.ts'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** How an annual meeting stands in an address. */
export const inPath = ':annual{[0-9]{4}(?:-extra-[0-9]{1,9})?}'
/** A number below a meeting. */
export const numbered = ':number{[0-9]{1,9}}'

/** The meeting of the address. Throws a 404 that leads to the list. */
export async function meetingIn(c: C): Promise<Meeting> {
  const meeting = await findAnnualAt(c.var.db, c.req.param('annual') ?? '')
  if (meeting) return meeting
  const t = textsOf(c.var.locale)
  throw new Problem(404, t.none, [{ href: annualPaths.list, label: t.listTitle }])
}

/** The number of the address below a meeting. */
export const numberIn = (c: C): number => Number(c.req.param('number'))

/** Whether somebody sees motions, proposals and nominations: everybody, once the documents are open. */
export function seesDocuments(c: C, meeting: Meeting): boolean {
  return meeting.documentsPublishedAt !== null || can(c.var.actor, 'annual.chair')
}

/** The item that the meeting is at: the first that is not decided. Null when it is not open, or all are. */
export function currentItem(meeting: Meeting, items: MeetingItem[]): MeetingItem | null {
  if (meeting.state !== 'open') return null
  return items.find(({ paragraph }) => paragraph === null) ?? null
}

/** The organisation that somebody speaks for at meetings: where they are a contact person or delegate of a member. */
export function organisationOf(c: C): string | null {
  const held = c.var.actor?.roles.find(
    ({ role, member }) =>
      member && ['contact-politician', 'contact-official', 'delegate', 'member-user'].includes(role),
  )
  return held?.organisationCode ?? null
}

/** The way back to a meeting, for breadcrumbs and problems. */
export const backTo = (meeting: Meeting, label: string) => ({
  href: annualPaths.meeting(annualSlug(meeting)),
  label,
})
