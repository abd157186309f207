import type { Locale } from '#platform/i18n.ts'
import type { Meeting } from '../queries.ts'

/** When a meeting is, in Stockholm's time: "4 mars 2027 kl. 09.30–12.00". */
export function whenOf({ heldOn, startsAt, endsAt }: Meeting, l: Locale): string {
  if (!startsAt) return l.date(heldOn)
  const at = l.language === 'sv' ? 'kl.' : 'at'
  return `${l.date(heldOn)} ${at} ${l.clock(startsAt)}${endsAt ? `–${l.clock(endsAt)}` : ''}`
}
