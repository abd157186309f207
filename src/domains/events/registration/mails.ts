import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { shortKronor } from '#domains/fees/index.ts'
import { type Locale, localeOf, toldIn } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import { lastFreeDay } from '../rules/registration.ts'
import { textsOf as eventTexts } from '../texts.ts'
import { whenOf } from '../when.ts'
import { invitation, type Participation, type Site } from './invitation.ts'
import { movedUpOn } from './moved-up-on.ts'
import type { Participant } from './participant-queries.ts'
import { registrationPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import type { NewBooking } from './write-queries.ts'

/** What a participant is told of. */
export type News = 'registered' | 'moved-up' | 'cancelled' | 'changed' | 'event-cancelled' | 'week' | 'day'

/**
 * Tells a participant by mail, within the transaction that it tells of, with a calendar file that brings their
 * calendar up to date. `asks`: the event has questions of its own; `costs`: the cancelled place is to be paid for.
 */
export async function tell(
  trx: Transaction<Database>,
  participation: Participation,
  news: News,
  { site, asks = false, costs = false }: { site: Site; asks?: boolean; costs?: boolean },
): Promise<void> {
  const { event, participant, practical } = participation
  const l = localeOf(participant.language)
  const t = textsOf(l).mails
  const title = titleOf(event, l)
  const comes = participant.state !== 'cancelled' && !event.cancelledAt
  const mail = writeMail({
    language: l.language,
    subject: subjectOf(news, participant, title, l),
    paragraphs: [
      t.greeting(participant.name),
      leadOf(news, participant, title, l),
      ...(news === 'event-cancelled' ? [event.cancelReason] : []),
      ...(costs ? [t.costs(shortKronor(l, participant.priceOre))] : []),
      ...(comes
        ? [factsOf(participation, l), ...practicalOf(participation), ...termsOf(event, participant, l)]
        : []),
      ...(comes && asks ? [t.answersKept(practical.answersKeptDays)] : []),
    ],
    button: comes
      ? { label: t.button, href: site.baseUrl + l.href(registrationPaths.own(participant.code)) }
      : { label: t.eventButton, href: site.baseUrl + l.href(eventPaths.event(event.id)) },
    footer: [
      ...(participant.bookedBy.email === participant.email ? [] : [t.bookedBy(participant.bookedBy.name)]),
      ...(event.madeUp ? [eventTexts(l).event.madeUp] : []),
      t.from,
    ],
  })
  await enqueueMail(trx, {
    kind: `event-${news}`,
    personId: participant.personId ?? undefined,
    to: participant.email,
    ...mail,
    attachments: news === 'week' || news === 'day' ? [] : [invitation(participation, l, site)],
  })
}

/** A booking for others, and what became of each. */
export interface BookingMail {
  event: Event
  booking: NewBooking
  participants: Participant[]
  site: Site
}

/** Tells who has registered others how it went for each of them. */
export async function bookingMail(
  trx: Transaction<Database>,
  { event, booking, participants, site }: BookingMail,
): Promise<void> {
  const l = localeOf(booking.language)
  const t = textsOf(l).mails
  const title = titleOf(event, l)
  const lines = participants.map((one) => `${one.name}: ${standingOf(one, l)}`)
  const [first] = participants
  await enqueueMail(trx, {
    kind: 'event-booking',
    personId: booking.madeBy.personId ?? undefined,
    to: booking.madeBy.email,
    ...writeMail({
      language: l.language,
      subject: t.booking.subject(participants.length, title),
      paragraphs: [
        t.greeting(booking.madeBy.name),
        t.booking.lead(participants.length, title, whenOf(event, l)),
        lines.join('\n'),
        ...(first ? termsOf(event, first, l) : []),
      ],
      button: { label: t.booking.button, href: site.baseUrl + l.href(registrationPaths.mine) },
      footer: [...(event.madeUp ? [eventTexts(l).event.madeUp] : []), t.from],
    }),
  })
}

/** Asks a guest by mail to go on with the registration. */
export async function guestMail(
  trx: Transaction<Database>,
  { event, email, href, hours, l }: { event: Event; email: string; href: string; hours: number; l: Locale },
): Promise<void> {
  const t = textsOf(l).mails
  await enqueueMail(trx, {
    kind: 'event-guest',
    to: email,
    ...writeMail({
      language: l.language,
      subject: t.guest.subject(titleOf(event, l)),
      paragraphs: [t.guest.greeting, t.guest.lead(titleOf(event, l), whenOf(event, l)), t.guest.valid(hours)],
      button: { label: t.guest.button, href },
      footer: [t.guest.ignore, t.from],
    }),
  })
}

/** "har en plats" or "plats 3 i kön" */
export function standingOf({ state, inLine }: Participant, l: Locale): string {
  const t = textsOf(l).states
  return state === 'waiting' && inLine !== null ? t.inLine(inLine) : t[state]
}

const titleOf = (event: Event, l: Locale) => toldIn(event.texts, l)?.text.title ?? ''

function subjectOf(news: News, { state }: Participant, title: string, l: Locale): string {
  const t = textsOf(l).mails.subjects
  return news === 'registered' && state === 'waiting' ? t.waiting(title) : t[news](title)
}

function leadOf(news: News, { state, inLine }: Participant, title: string, l: Locale): string {
  const t = textsOf(l).mails.leads
  return news === 'registered' && state === 'waiting' ? t.waiting(title, inLine ?? 1) : t[news](title)
}

function factsOf({ event, participant, practical }: Participation, l: Locale): string {
  const t = textsOf(l).mails
  const { where, when } = eventTexts(l).event
  const online = participant.attends === 'online'
  const place = online
    ? participant.state === 'placed' && practical.onlineAddress
      ? `${eventTexts(l).forms.online}: ${practical.onlineAddress}`
      : `${eventTexts(l).forms.online}. ${t.linkLater}`
    : event.place
  return [`${when}: ${whenOf(event, l)}`, `${where}: ${place}`].join('\n')
}

/** What those are told who come this way; who waits is told when there is a place. */
function practicalOf({ participant, practical }: Participation): string[] {
  const text = participant.attends === 'online' ? practical.online : practical.onSite
  return participant.state === 'placed' && text ? [text] : []
}

/** What it costs, and until when cancelling does not. */
function termsOf(event: Event, participant: Participant, l: Locale): string[] {
  const t = textsOf(l).terms
  const { priceOre, organisationName } = participant
  const last = lastFreeDay({ cancelBy: event.cancelBy, movedUpOn: movedUpOn(participant) })
  if (priceOre === 0) return [t.cancelAnyTime]
  return [t.price(shortKronor(l, priceOre), organisationName), last ? t.cancelBy(l.date(last)) : t.cancelFree]
}
