import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { association } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Attachment } from '#platform/mail/mail.ts'
import type { Meeting } from '../queries.ts'
import { boardPaths } from './paths.ts'
import { textsOf } from './texts.ts'

export const calendarType = 'text/calendar; charset=utf-8'
const hour = 60 * 60
const usualLength = 3 * hour * 1000

/** The board's meetings as an iCalendar to follow (RFC 5545); a cancelled one stays, so that calendars take it away. */
export function calendarOf(meetings: Meeting[], l: Locale, baseUrl: string): string {
  const calendar = ical({ prodId: productId(l), name: textsOf(l).calendar.name, ttl: hour })
  for (const meeting of meetings) calendar.createEvent(entryOf(meeting, l, baseUrl))
  return calendar.toString()
}

/** The calendar file of a mail: brings a meeting into the calendar, moves it, or takes it out. */
export function calendarFile(meeting: Meeting, l: Locale, baseUrl: string): Attachment {
  const method = meeting.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({ prodId: productId(l), method })
  calendar.createEvent(entryOf(meeting, l, baseUrl))
  return {
    name: `styrelsemote-${meeting.heldOn}.ics`,
    mediaType: `${calendarType}; method=${method}`,
    content: Buffer.from(calendar.toString()),
  }
}

const productId = (l: Locale) => ({
  company: association.name[l.language],
  product: 'Ekokommun',
  language: l.language.toUpperCase(),
})

function entryOf(meeting: Meeting, l: Locale, baseUrl: string): ICalEventData {
  const { id, heldOn, startsAt, endsAt, title, place, onlineAddress, state, version, calledAt, madeUp } =
    meeting
  const t = textsOf(l)
  const url = baseUrl + l.href(boardPaths.meeting(id))
  const name = [t.calendar.meeting, title].filter(Boolean).join(': ') + (madeUp ? ` (${t.madeUp})` : '')
  const start = startsAt ?? new Date(`${heldOn}T00:00:00Z`)
  return {
    id: `styrelsemote-${id}@${new URL(baseUrl).hostname}`,
    sequence: version,
    start,
    end: endsAt ?? new Date(start.getTime() + usualLength),
    allDay: startsAt === null,
    stamp: calledAt ?? start,
    summary: state === 'cancelled' ? t.calendar.cancelled(name) : name,
    description: [meeting.cancelReason, onlineAddress, url].filter(Boolean).join('\n\n'),
    location: place || t.forms[meeting.form],
    url,
    status:
      state === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : state === 'planned'
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
  }
}
