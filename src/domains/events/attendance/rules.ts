import { localOf } from '#platform/days.ts'

/** Whether a day (`YYYY-MM-DD`) is one of the days of an event, in Stockholm. */
export function isOnDay({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, day: string): boolean {
  return localOf(startsAt).day <= day && day <= localOf(endsAt).day
}

/** So many of the latest events are looked at before a member is told that it has sent nobody. */
export const quietEvents = 3

/**
 * Whether an organisation was at none of the latest events, where there have been enough of them. `latest` says for
 * each, the newest first, which organisations had somebody there.
 */
export function hasStayedAway(latest: { organisations: string[] }[], code: string): boolean {
  const looked = latest.slice(0, quietEvents)
  return looked.length === quietEvents && looked.every(({ organisations }) => !organisations.includes(code))
}
