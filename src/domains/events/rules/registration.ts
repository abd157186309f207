import { daysBetween, localOf } from '#platform/days.ts'

/** How one registers: not at all, on this site, or somewhere else. */
export const registrationWays = ['none', 'here', 'elsewhere'] as const
export type RegistrationWay = (typeof registrationWays)[number]

/** How a participant takes part. Each way has its own places. */
export const attendances = ['on-site', 'online'] as const
export type Attends = (typeof attendances)[number]

/** Whether somebody who has registered has a place, waits for one, or comes no more. */
export type RegistrationState = 'placed' | 'waiting' | 'cancelled'

/** How a question of an event is answered. */
export const questionKinds = ['text', 'choice', 'yes-no'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** How full one way of taking part is. */
export interface Quota {
  /** Null: no limit. */
  places: number | null
  taken: number
  waiting: number
}

/** How many more can have a place. */
export function freeIn({ places, taken }: Quota): number {
  return places === null ? Number.POSITIVE_INFINITY : Math.max(0, places - taken)
}

/** What somebody who arrives now gets. Nobody passes those who wait already. */
export function admit(quota: Quota, waitingList: boolean): 'placed' | 'waiting' | 'full' {
  if (quota.waiting === 0 && freeIn(quota) > 0) return 'placed'
  return waitingList ? 'waiting' : 'full'
}

/** How many of those who wait get a place now. */
export function risers(quota: Quota): number {
  return Math.min(quota.waiting, freeIn(quota))
}

/** How an event is to take registrations. */
export interface Capacity {
  registration: RegistrationWay
  form: 'on-site' | 'online' | 'both'
  places: number | null
  onlinePlaces: number | null
}

/** Why those who have registered do not fit into an event as it is to be; null when they do. */
export function hasRoomFor(
  quotas: Record<Attends, Quota>,
  wanted: Capacity,
): 'has-participants' | 'too-few-places' | 'too-few-online' | null {
  const [site, online] = [quotas['on-site'], quotas.online]
  const come = ({ taken, waiting }: Quota) => taken + waiting > 0
  if (wanted.registration !== 'here' && (come(site) || come(online))) return 'has-participants'
  if ((wanted.form === 'online' && come(site)) || (wanted.form === 'on-site' && come(online)))
    return 'has-participants'
  const enough = (places: number | null, { taken }: Quota) => places === null || places >= taken
  if (!enough(wanted.places, site)) return 'too-few-places'
  return enough(wanted.onlinePlaces, online) ? null : 'too-few-online'
}

/** What decides whether an event takes registrations. */
export interface Registering {
  registration: RegistrationWay
  publishedAt: Date | null
  cancelledAt: Date | null
  startsAt: Date
  /** The last day, `YYYY-MM-DD`; null: until the event begins. */
  registerBy: string | null
}

/** Why an event takes no registrations now; null when it does. */
export function closedBecause(
  event: Registering,
  now: Date,
): 'not-here' | 'cancelled' | 'begun' | 'too-late' | null {
  if (event.registration !== 'here' || event.publishedAt === null) return 'not-here'
  if (event.cancelledAt !== null) return 'cancelled'
  if (event.startsAt <= now) return 'begun'
  return event.registerBy !== null && event.registerBy < localOf(now).day ? 'too-late' : null
}

/**
 * The last day on which a participant cancels for nothing; null: until the event begins. Who got a place after the
 * last free day could not know, and may say no for nothing.
 */
export function lastFreeDay({
  cancelBy,
  movedUpOn,
}: {
  cancelBy: string | null
  movedUpOn: string | null
}): string | null {
  return cancelBy !== null && movedUpOn !== null && movedUpOn > cancelBy ? null : cancelBy
}

/** Whether cancelling on a day costs nothing. */
export function cancelsFreely(
  participant: { cancelBy: string | null; movedUpOn: string | null },
  today: string,
): boolean {
  const last = lastFreeDay(participant)
  return last === null || today <= last
}

/** When somebody was reminded of an event that begins on a day. */
export interface Reminded {
  startsAt: Date
  registeredAt: Date
  week: boolean
  day: boolean
}

/**
 * Which reminder is due: a week before and the day before, each once. Who has registered since then knows the day
 * already.
 */
export function reminderDue(
  { startsAt, registeredAt, week, day }: Reminded,
  now: Date,
): 'week' | 'day' | null {
  if (startsAt <= now) return null
  const [starts, registered] = [localOf(startsAt).day, localOf(registeredAt).day]
  const left = daysBetween(localOf(now).day, starts)
  const registeredBefore = daysBetween(registered, starts)
  if (left <= 1) return day || registeredBefore <= 1 ? null : 'day'
  return left <= 7 && !week && registeredBefore > 7 ? 'week' : null
}

/** Whether it is settled who pays for an event: the last free day has gone, or the event is over where all days are free. */
export function mayInvoice(
  { cancelBy, cancelledAt, endsAt }: { cancelBy: string | null; cancelledAt: Date | null; endsAt: Date },
  now: Date,
): boolean {
  if (cancelledAt !== null) return false
  return cancelBy === null ? endsAt <= now : cancelBy < localOf(now).day
}
