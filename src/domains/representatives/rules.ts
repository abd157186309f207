import type { Role } from '#domains/accounts/index.ts'

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
 * Which of the automatic reminders are due on a day and not yet sent. `reminders` counts those that were sent. A
 * day without a run of the job is caught up with by one reminder, never by several.
 */
export function isReminderDue(dueOn: string, today: string, reminders: number): boolean {
  const passed = reminderDays.filter((offset) => addDays(dueOn, offset) <= today).length
  return passed > reminders
}

/** `YYYY-MM-DD` so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What a member says of one seat when it renews its people. */
export interface SeatAnswer {
  role: Role
  /** The appointment that stands; null for an empty seat. */
  appointmentId: number | null
  choice: 'keep' | 'replace' | 'empty'
  name: string
  email: string
  title: string
}

/** The faults of a member's answers, by the seat's place in the list and the field. */
export function faultsOf(answers: SeatAnswer[]): { place: number; field: 'name' | 'email'; error: string }[] {
  return answers.flatMap((answer, place) => {
    if (answer.choice !== 'replace') return []
    return [
      ...(answer.name ? [] : [{ place, field: 'name' as const, error: 'name-missing' }]),
      ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer.email)
        ? []
        : [{ place, field: 'email' as const, error: answer.email ? 'email-wrong' : 'email-missing' }]),
    ]
  })
}
