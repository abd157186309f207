import { localOf } from '#platform/days.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'

/** When an event is, in Stockholm's time: "4 mars 2027 kl. 09.30–15.00", or from day to day. */
export function whenOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, l: Locale): string {
  const at = inLanguage({ sv: 'kl. ', en: 'at ', fi: 'klo ' }, l)
  const [from, to] = [`${l.date(startsAt)} ${at}${l.clock(startsAt)}`, l.clock(endsAt)]
  const oneDay = localOf(startsAt).day === localOf(endsAt).day
  return oneDay ? `${from}–${to}` : `${from} – ${l.date(endsAt)} ${at}${to}`
}
