import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { About, Actor, Asked, DeskItem, Job, RelatedPart, WaitingItem } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import {
  forgetAttendance,
  forgetDoorkeeper,
  listAttended,
  listLatestMeetings,
} from './attendance/network-queries.ts'
import { hasStayedAway, quietEvents } from './attendance/rules.ts'
import { attendanceTexts } from './attendance/texts.ts'
import {
  countTrainingsToCertify,
  forgetOldCertificates,
  forgetOwner,
  listCertificatesOf,
} from './certificates/queries.ts'
import { certificateTexts } from './certificates/texts.ts'
import { askParticipants } from './evaluation/ask.ts'
import { forgetSharer } from './materials/queries.ts'
import { eventPaths } from './paths.ts'
import { listTalksOf } from './programme/queries.ts'
import { forgetSpeaker } from './programme/write-queries.ts'
import { gatheringRetention } from './retention.ts'

const mostShown = 10
const contactRoles = ['contact-politician', 'contact-official']

/** What somebody of the network was at, if they agreed to be seen. */
export async function attendedBy({ db, locale: l }: Asked<Database>, about: About): Promise<RelatedPart[]> {
  if (!('personId' in about)) return []
  const events = await listAttended(db, about.personId, mostShown)
  const t = attendanceTexts(l).related
  if (events.length === 0) return []
  return [
    {
      title: t.title,
      links: events.map(({ eventId, titles, startsAt, madeUp }) => ({
        href: eventPaths.event(eventId),
        label: toldIn(titles, l)?.text ?? '',
        note: l.date(startsAt),
        madeUp,
      })),
      more: { href: eventPaths.list, label: t.all },
    },
  ]
}

/** A quiet line for the contacts of a member that has sent nobody for a while; nobody else ever reads it. */
export async function missedBy(
  { db, locale: l, now, remember }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const held = actor.roles.filter(({ role, member }) => member && contactRoles.includes(role))
  if (held.length === 0) return []
  const { latest } = await remember('latest meetings', async () => ({
    latest: await listLatestMeetings(db, now, quietEvents),
  }))
  const away = held.filter(({ organisationCode }) => hasStayedAway(latest, organisationCode))
  const names = new Set(away.map(({ organisationName }) => organisationName))
  return [...names].map((name) => ({
    text: attendanceTexts(l).waiting.away(name),
    href: eventPaths.list,
  }))
}

/** What the secretariat has to do after events. */
export async function deskAfterEvents({ db, locale: l, now }: Asked<Database>): Promise<DeskItem[]> {
  const count = await countTrainingsToCertify(db, now)
  return count === 0 ? [] : [{ text: certificateTexts(l).desk, href: eventPaths.office, count }]
}

/** What is held of a person around events, beside the registrations. */
export async function gatheringDataOf(
  db: Kysely<Database>,
  personId: number,
): Promise<Record<string, unknown>> {
  const [talks, certificates] = await Promise.all([
    listTalksOf(db, personId),
    listCertificatesOf(db, personId),
  ])
  return { talks, certificates }
}

/**
 * Forgets who somebody was around events. In a programme the name stays, without portrait and tie to the network; a
 * certificate still verifies, unless its owner removed it.
 */
export async function forgetAround(trx: Transaction<Database>, personId: number): Promise<void> {
  await forgetSpeaker(trx, personId)
  await forgetSharer(trx, personId)
  await forgetOwner(trx, personId)
  await forgetDoorkeeper(trx, personId)
}

/** What happens by itself after events. */
export const gatheringJobs: Job<Database>[] = [
  {
    name: 'ask-event-participants',
    schedule: '20 9 * * *',
    run: ({ db, now, today, config }) => askParticipants({ db, now, today, baseUrl: config.baseUrl }),
  },
  {
    name: 'forget-attendance',
    schedule: '50 3 * * *',
    run: async ({ db, now, today }) => {
      await forgetAttendance(db, now, gatheringRetention.attendanceYears)
      await forgetOldCertificates(db, today, gatheringRetention.certificateYears)
    },
  },
]
