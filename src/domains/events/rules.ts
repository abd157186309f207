import { localOf } from '#platform/days.ts'

/** What kinds of events there are, in the order in which lists show them. */
export const eventKinds = [
  'seminar',
  'training',
  'network-meeting',
  'conference',
  'board-meeting',
  'annual-meeting',
] as const
export type EventKind = (typeof eventKinds)[number]

/** How one takes part. */
export const eventForms = ['on-site', 'online', 'both'] as const
export type EventForm = (typeof eventForms)[number]

/** Who may come. What is open to the board is shown to the network only. */
export const audiences = ['everyone', 'members', 'board'] as const
export type OpenTo = (typeof audiences)[number]

/** The instant as schema.org wants it, with the offset of Stockholm: `2027-03-04T09:30:00+01:00`. */
export function isoInStockholm(instant: Date): string {
  const { day, time, offset } = localOf(instant)
  return `${day}T${time}:00${offset}`
}

/** What calendars must be told of anew when it changes. */
export interface Whereabouts {
  startsAt: Date
  endsAt: Date
  place: string
  form: EventForm
}

/** Whether a change is one that those who have the event in their calendar must see. */
export function hasMoved(before: Whereabouts, after: Whereabouts): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.place !== after.place ||
    before.form !== after.form
  )
}

/** Kronor as somebody types them ("1 200", "350,50") in öre; empty is free, null is no price. */
export function oreOf(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u2009]|kr$/gi, '').replace(',', '.')
  if (plain === '') return 0
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null
}
