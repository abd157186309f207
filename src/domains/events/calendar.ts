import ical, { ICalEventStatus } from 'ical-generator'
import { association } from '#platform/association.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { eventPaths } from './paths.ts'
import type { Event } from './queries.ts'
import { deadlineOf } from './registration/invitation.ts'
import { textsOf } from './texts.ts'

export const calendarType = 'text/calendar; charset=utf-8'

/** So long back a calendar keeps what has been. */
export const calendarDaysBack = 365

/** How often a calendar that follows the feed may ask again, in seconds. */
const hour = 60 * 60

/**
 * Events as an iCalendar (RFC 5545), in the language of the reader. Times are UTC. The same events give the same
 * bytes, so that the answer can be kept. A cancelled event stays, marked, so that calendars take it away. `agendas`
 * are the sessions of an event in plain lines; `deadlines` adds the last days to register as entries of their own.
 */
export function calendarOf(
  events: Event[],
  {
    l,
    baseUrl,
    agendas,
    deadlines = false,
  }: { l: Locale; baseUrl: string; agendas?: Map<number, string>; deadlines?: boolean },
): string {
  const t = textsOf(l)
  const address = (path: string) => baseUrl + l.href(path)
  const calendar = ical({
    name: t.calendar.name,
    prodId: { company: association.name.sv, product: 'Ekokommun', language: l.language.toUpperCase() },
    url: address(eventPaths.list),
    ttl: hour,
  })
  for (const event of events) {
    const told = toldIn(event.texts, l)
    if (!told) continue
    const { title, summary, programme } = told.text
    const url = address(eventPaths.event(event.id))
    const marks = event.madeUp ? ` (${t.madeUp})` : ''
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      start: event.startsAt,
      end: event.endsAt,
      stamp: event.updatedAt,
      created: event.createdAt,
      lastModified: event.updatedAt,
      summary: (event.cancelledAt ? t.calendar.cancelled(title) : title) + marks,
      description: [event.cancelReason, summary, agendas?.get(event.id), programme, url]
        .filter(Boolean)
        .join('\n\n'),
      location: event.place || t.forms.online,
      url,
      status: event.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      categories: [{ name: t.kinds[event.kind] }],
    })
    const deadline = deadlines && deadlineOf(event, l, baseUrl)
    if (deadline) calendar.createEvent(deadline)
  }
  return calendar.toString()
}
