import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Meeting } from '../queries.ts'

/** When a meeting is, in Stockholm's time: "4 mars 2027 kl. 09.30–12.00". */
export function whenOf({ heldOn, startsAt, endsAt }: Meeting, l: Locale): string {
  if (!startsAt) return l.date(heldOn)
  const clock = (instant: Date) => {
    const { time } = localOf(instant)
    return l.language === 'sv' ? time.replace(':', '.') : time
  }
  const at = l.language === 'sv' ? 'kl.' : 'at'
  return `${l.date(heldOn)} ${at} ${clock(startsAt)}${endsAt ? `–${clock(endsAt)}` : ''}`
}
