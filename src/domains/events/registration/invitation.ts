import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator'
import { association } from '#platform/association.ts'
import { addDays } from '#platform/days.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import type { Attachment } from '#platform/mail/mail.ts'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import { textsOf as eventTexts } from '../texts.ts'
import type { Practical } from './event-queries.ts'
import type { Participant } from './participant-queries.ts'
import { registrationPaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** Where the program is reached, and from which address it writes. */
export interface Site {
  baseUrl: string
  mailFrom: string
}

/** An event with somebody who has registered for it. */
export interface Participation {
  event: Event
  participant: Participant
  practical: Practical
}

const organiser = association.name.sv
const hour = 60 * 60

/**
 * The calendar file of a mail: it brings the event into the participant's calendar, and takes it out again when the
 * event or the participant is cancelled. Uid and sequence are those of the public calendar, so that both mean one.
 */
export function invitation(participation: Participation, l: Locale, site: Site): Attachment {
  const { event, participant } = participation
  const off = event.cancelledAt !== null || participant.state === 'cancelled'
  const method = off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = ical({ prodId: productId(l), method })
  calendar.createEvent(entryOf(participation, l, site))
  return {
    name: `evenemang-${event.id}.ics`,
    mediaType: `text/calendar; charset=utf-8; method=${method}`,
    content: Buffer.from(calendar.toString()),
  }
}

/** Everything that somebody has registered for, as a calendar to follow; with last days to register when wanted. */
export function ownCalendar(
  participations: Participation[],
  deadlines: Event[],
  l: Locale,
  site: Site,
): string {
  const calendar = ical({ prodId: productId(l), name: textsOf(l).calendar.mine, ttl: hour })
  for (const one of participations) calendar.createEvent(entryOf(one, l, site))
  for (const event of deadlines) {
    const entry = deadlineOf(event, l, site.baseUrl)
    if (entry) calendar.createEvent(entry)
  }
  return calendar.toString()
}

/** The last day to register for an event, as an entry of its own. Null when there is none, or no more. */
export function deadlineOf(event: Event, l: Locale, baseUrl: string): ICalEventData | null {
  const told = toldIn(event.texts, l)
  if (!told || !event.registerBy) return null
  const url = baseUrl + l.href(eventPaths.event(event.id))
  return {
    id: `${event.uid}-sista-dag`,
    sequence: event.sequence,
    allDay: true,
    start: new Date(`${event.registerBy}T00:00:00Z`),
    end: new Date(`${addDays(event.registerBy, 1)}T00:00:00Z`),
    timezone: 'UTC',
    stamp: event.updatedAt,
    summary: textsOf(l).calendar.deadline(told.text.title) + madeUpMark(event, l),
    url,
    description: url,
    status: event.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

function entryOf({ event, participant, practical }: Participation, l: Locale, site: Site): ICalEventData {
  const t = textsOf(l).calendar
  const title = toldIn(event.texts, l)?.text.title ?? ''
  const own = site.baseUrl + l.href(registrationPaths.own(participant.code))
  const off = event.cancelledAt !== null || participant.state === 'cancelled'
  const waits = participant.state === 'waiting'
  const online = participant.attends === 'online'
  const told = off || waits ? '' : online ? practical.online : practical.onSite
  const link = off || waits || !online ? '' : practical.onlineAddress
  const name = off ? t.cancelled(title) : waits ? t.waiting(title) : title
  return {
    id: event.uid,
    sequence: event.sequence,
    start: event.startsAt,
    end: event.endsAt,
    stamp: latest(event.updatedAt, participant.registeredAt, participant.movedUpAt, participant.cancelledAt),
    summary: name + madeUpMark(event, l),
    description: [event.cancelReason, link, told, `${t.own} ${own}`].filter(Boolean).join('\n\n'),
    location: online ? link || eventTexts(l).forms.online : event.place,
    url: own,
    organizer: { name: organiser, email: site.mailFrom },
    status: off ? ICalEventStatus.CANCELLED : waits ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  }
}

const productId = (l: Locale) => ({
  company: organiser,
  product: 'Ekokommun',
  language: l.language.toUpperCase(),
})

const madeUpMark = (event: Event, l: Locale) => (event.madeUp ? ` (${eventTexts(l).madeUp})` : '')

function latest(...instants: (Date | null)[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant?.getTime() ?? 0)))
}
