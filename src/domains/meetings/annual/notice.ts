import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Breach, statutesOn } from '#domains/statutes/index.ts'
import { association } from '#platform/association.ts'
import { instantOf } from '#platform/days.ts'
import type { Actor } from '#platform/http/context.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import { type Attachment, writeMail } from '#platform/mail/mail.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { annualSlug } from '../decisions.ts'
import { listItems, lockMeeting, type Meeting, type MeetingItem } from '../queries.ts'
import { breachesOfPlan } from './deadlines.ts'
import { listUncalled, markCalled, noteNotice } from './meeting-queries.ts'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { titleOf, whenOf } from './words.ts'

/** So long a meeting is taken to last in calendars. */
const hours = 5

export interface NoticeContext {
  db: Kysely<Database>
  actor: Actor | null
  baseUrl: string
  now: Date
  today: string
}

/** What became of a notice: sent to so many, or why not. */
export type NoticeResult =
  | { sent: number }
  | { breaches: Breach[] }
  | { failed: 'no-agenda' | 'no-time' | 'wrong-state' }

/**
 * Sends the notice with agenda and calendar file to all contact persons who have not had it, and puts the meeting under
 * the statutes of today. Nobody gets it twice, however often it is sent. Too late a notice is refused by its paragraph;
 * those who have become contact persons since get a notice that was sent in time for the others.
 */
export function sendNotice(context: NoticeContext, meetingId: number): Promise<NoticeResult> {
  const { db, actor, now, today } = context
  return act(db, actor, 'send the notice of an annual meeting', async (trx): Promise<NoticeResult> => {
    const meeting = await lockMeeting(trx, meetingId)
    if (meeting.state !== 'planned' && meeting.state !== 'called') return { failed: 'wrong-state' }
    if (meeting.startsAt === null) return { failed: 'no-time' }
    const items = await listItems(trx, meetingId)
    if (items.length === 0) return { failed: 'no-agenda' }
    const statutes = await statutesOn(trx, today)
    if (meeting.calledAt === null) {
      const breaches = breachesOfPlan(statutes.rules, meeting, today)
      if (breaches.length > 0) return { breaches }
      await markCalled(trx, meetingId, { statutesId: statutes.id, now })
    }
    let sent = 0
    for (const { personId, name, email, language } of await listUncalled(trx, meetingId, today)) {
      if (!(await noteNotice(trx, meetingId, personId, now))) continue
      const l = localeOf(language)
      const t = textsOf(l).mail
      const mail = writeMail({
        language: l.language,
        subject: t.subject(titleOf(l, meeting), l.date(meeting.heldOn)),
        paragraphs: [
          t.greeting(name),
          t.called(titleOf(l, meeting), whenOf(l, meeting), placeOf(l, meeting)),
          t.agenda,
          items.map(({ title }, i) => `${i + 1}. ${title}`).join('\n'),
          t.vote,
        ],
        button: { label: t.button, href: context.baseUrl + l.href(annualPaths.meeting(annualSlug(meeting))) },
        footer: [...(meeting.madeUp ? [t.madeUp] : []), `${t.from}, ${association.name[l.language]}`],
      })
      await enqueueMail(trx, {
        kind: 'annual-notice',
        personId,
        to: email,
        ...mail,
        attachments: [calendarFile(l, meeting, items, context.baseUrl)],
      })
      sent += 1
    }
    return { sent }
  })
}

/** The meeting for a calendar. */
export function calendarFile(l: Locale, meeting: Meeting, items: MeetingItem[], baseUrl: string): Attachment {
  const t = textsOf(l)
  const start = meeting.startsAt ?? instantOf(meeting.heldOn, '10:00') ?? new Date(meeting.heldOn)
  const calendar = ical({
    prodId: {
      company: association.name[l.language],
      product: 'Ekokommun',
      language: l.language.toUpperCase(),
    },
    method: ICalCalendarMethod.PUBLISH,
  })
  const url = baseUrl + l.href(annualPaths.meeting(annualSlug(meeting)))
  calendar.createEvent({
    id: `arsmote-${meeting.id}@${new URL(baseUrl).hostname}`,
    sequence: meeting.version,
    start,
    end: new Date(start.getTime() + hours * 3_600_000),
    stamp: meeting.calledAt ?? start,
    summary: titleOf(l, meeting) + (meeting.madeUp ? ` (${t.madeUp})` : ''),
    description: [...items.map(({ title }, i) => `${i + 1}. ${title}`), '', url].join('\n'),
    location: placeOf(l, meeting),
    url,
  })
  return {
    name: `arsmote-${annualSlug(meeting)}.ics`,
    mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: Buffer.from(calendar.toString()),
  }
}

/** Where a meeting is: the hall, the address on the net, or both. */
export function placeOf(l: Locale, { form, place, onlineAddress }: Meeting): string {
  const online = onlineAddress || textsOf(l).forms.online
  if (form === 'online') return online
  return form === 'both' ? `${place}, ${online}` : place
}
