import type { Role } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'

/** The seats that every member is asked to fill, in the order of the pages. */
export const seatOrder: readonly Role[] = [
  'contact-politician',
  'contact-official',
  'delegate',
  'reporter',
  'invoice-recipient',
  'member-user',
]

/** The seats that the association counts on: without them letters, figures and invoices reach nobody. */
export const neededSeats: readonly Role[] = [
  'contact-politician',
  'contact-official',
  'reporter',
  'invoice-recipient',
]

/** Days before, on and after the due day on which those who have not answered are reminded. */
export const reminderDays = [-7, 0, 7] as const

/**
 * Whether an automatic reminder is due on a day (`YYYY-MM-DD`): a reminder day has come since the renewal started,
 * and nobody was reminded on it or later. What the secretariat sends by hand before a reminder day does not take its
 * place; days without a run of the job are caught up with by one reminder, never by several.
 */
export function isReminderDue(
  renewal: { startedOn: string; dueOn: string },
  remindedOn: string | null,
  today: string,
): boolean {
  const latest = reminderDays.map((offset) => addDays(renewal.dueOn, offset)).findLast((day) => day <= today)
  return latest !== undefined && latest > renewal.startedOn && (remindedOn === null || remindedOn < latest)
}

/** What a member says of one line when it renews its people. */
export interface SeatAnswer {
  role: Role
  /** The appointment that the page showed; null for an empty seat. */
  appointmentId: number | null
  choice: 'keep' | 'replace' | 'empty'
  name: string
  email: string
  title: string
}

/** What tells a line from every other one: the seat and who sits there, so that an answer is about what was seen. */
export function keyOf({ role, appointmentId }: { role: Role; appointmentId: number | null }): string {
  return `${role}-${appointmentId ?? 'tom'}`
}

/** The roles through which the association reaches a member. */
export const contactRoles: readonly Role[] = ['contact-politician', 'contact-official']

/** Whether a member that has a contact would have none when these appointments end and these roles are filled. */
export function losesLastContact(
  current: { role: Role; appointmentId: number }[],
  ended: readonly number[],
  filled: readonly Role[] = [],
): boolean {
  const contacts = current.filter(({ role }) => contactRoles.includes(role))
  const left = contacts.filter(({ appointmentId }) => !ended.includes(appointmentId))
  return contacts.length > 0 && left.length === 0 && !filled.some((role) => contactRoles.includes(role))
}

/** The latest general election up to a day, which most renewals follow: every fourth year from 2022. */
export function latestElection(today: string): number {
  const year = Number(today.slice(0, 4))
  // Elections are held on the second Sunday of September (Elections Act 2005:837, chapter 1, section 3).
  const election = year - ((((year - 2022) % 4) + 4) % 4)
  return election === year && today < `${year}-09-08` ? election - 4 : election
}
