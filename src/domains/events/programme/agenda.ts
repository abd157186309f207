import { localOf } from '#platform/days.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import type { Session } from './queries.ts'
import { daysOf } from './rules.ts'

/** The sessions of one event as plain lines for a calendar; days stand out where there are several. */
export function agendaOf(sessions: Session[], l: Locale): string {
  const days = daysOf(sessions)
  const lines = days.flatMap(({ day, sessions: ofDay }) => [
    ...(days.length > 1 ? [l.date(day)] : []),
    ...ofDay.map(({ startsAt, endsAt, room, texts }) => {
      const title = toldIn(texts, l)?.text.title ?? ''
      return `${localOf(startsAt).time}–${localOf(endsAt).time} ${title}${room ? ` (${room})` : ''}`
    }),
  ])
  return lines.join('\n')
}

/** The agendas of many events, by the event's id; events without sessions are left out. */
export function agendasOf(sessions: Session[], l: Locale): Map<number, string> {
  const byEvent = Map.groupBy(sessions, ({ eventId }) => eventId)
  return new Map([...byEvent].map(([eventId, ofEvent]) => [eventId, agendaOf(ofEvent, l)]))
}
