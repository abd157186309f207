import { type MembershipKind, periodOn } from '../rules.ts'

/** What an organisation is to the association on a day. */
export type MemberStatus = 'member' | 'observer' | 'coming' | 'former' | 'never'

export const memberStatuses: readonly MemberStatus[] = ['member', 'observer', 'coming', 'former', 'never']

interface Period {
  since: string
  until: string | null
  kind: MembershipKind
}

/** The status on a day (`YYYY-MM-DD`), from all periods. */
export function statusOn(periods: Period[], day: string): MemberStatus {
  const now = periodOn(periods, day)
  if (now) return now.kind === 'full' ? 'member' : 'observer'
  if (periods.some(({ since }) => since > day)) return 'coming'
  return periods.length > 0 ? 'former' : 'never'
}

/**
 * The last day that is proposed when a member gives notice: the end of the calendar year. The statutes decide;
 * the secretariat changes it at need.
 */
export function proposedLastDay(today: string): string {
  return `${today.slice(0, 4)}-12-31`
}

/** The day after; a period stores the first day without membership. */
export function dayAfter(day: string): string {
  return shifted(day, 1)
}

/** The day before; people say the last day of a membership. */
export function dayBefore(day: string): string {
  return shifted(day, -1)
}

/** `YYYY-MM-DD` so many days later. */
export function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
