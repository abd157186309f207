import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'

/** When an event is, in Stockholm's time: "4 mars 2027 kl. 09.30–15.00", or from day to day. */
export function whenOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, l: Locale): string {
  const [start, end] = [localOf(startsAt), localOf(endsAt)]
  const clock = (time: string) => (l.language === 'sv' ? time.replace(':', '.') : time)
  const at = l.language === 'sv' ? 'kl. ' : 'at '
  const [from, to] = [`${l.date(startsAt)} ${at}${clock(start.time)}`, clock(end.time)]
  return start.day === end.day ? `${from}–${to}` : `${from} – ${l.date(endsAt)} ${at}${to}`
}
