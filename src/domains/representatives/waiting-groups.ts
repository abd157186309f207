import { addDays } from '#platform/days.ts'
import type { WaitingItem } from '#platform/http/context.ts'

/** How urgent something is, in the order of the page. */
export const urgencies = ['late', 'soon', 'later', 'undated'] as const
export type Urgency = (typeof urgencies)[number]

/** Days ahead that count as soon. */
const soonDays = 14

/** Sorts what waits by how urgent it is on a day (`YYYY-MM-DD`), keeping the order within; empty groups are left out. */
export function groupWaiting(
  items: WaitingItem[],
  today: string,
): { urgency: Urgency; items: WaitingItem[] }[] {
  const urgencyOf = ({ due }: WaitingItem): Urgency => {
    if (due === undefined) return 'undated'
    if (due < today) return 'late'
    return due <= addDays(today, soonDays) ? 'soon' : 'later'
  }
  const groups = Map.groupBy(items, urgencyOf)
  return urgencies.flatMap((urgency) => {
    const own = groups.get(urgency)
    return own ? [{ urgency, items: own }] : []
  })
}
