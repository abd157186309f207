import type { Database } from '#database/tables.ts'
import { addDays, localOf } from '#platform/days.ts'
import type { Actor, Asked, DeskItem, Followed, Happening, WaitingItem } from '#platform/http/context.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { eventPaths } from '../paths.ts'
import { type Event, listEvents, listNetworkEvents } from '../queries.ts'
import { closedBecause, mayInvoice } from '../rules/registration.ts'
import { whenOf } from '../when.ts'
import { listOpenWork } from './office-queries.ts'
import { participationsOf } from './participations.ts'
import { registrationPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { mayTakePart } from './who.ts'

/** So many days ahead a last day to register is told of. */
const deadlineDays = 21

/** What waits for somebody: events they come to, and last days to register for those that they may come to. */
export async function waitingEvents(
  { db, locale: l, today, now }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l).waiting
  const [all, coming] = await Promise.all([
    participationsOf(db, actor.personId, today),
    listNetworkEvents(db, { from: today }),
  ])
  const own = all.filter(({ participant }) => participant.personId === actor.personId)
  const registered = new Set(own.map(({ event }) => event.id))
  return [
    ...own
      .filter(({ event, participant }) => participant.state !== 'cancelled' && !event.cancelledAt)
      .map(({ event, participant }) => ({
        text:
          participant.state === 'placed'
            ? t.placed(titleOf(event, l), whenOf(event, l))
            : t.waiting(titleOf(event, l)),
        href: registrationPaths.own(participant.code),
        due: localOf(event.startsAt).day,
      })),
    ...coming.flatMap((event) =>
      event.registerBy &&
      event.registerBy <= addDays(today, deadlineDays) &&
      !registered.has(event.id) &&
      mayTakePart(event, actor) &&
      closedBecause(event, now) === null
        ? [
            {
              text: t.deadline(titleOf(event, l)),
              href: eventPaths.event(event.id),
              due: event.registerBy,
            },
          ]
        : [],
    ),
  ]
}

/** Events that were published since a day and are still to come; they concern everybody in the network. */
export async function newEvents(
  { db, locale: l, today }: Asked<Database>,
  { since }: Followed,
): Promise<Happening[]> {
  const coming = await listNetworkEvents(db, { from: today })
  return coming
    .flatMap((event) =>
      event.publishedAt && event.publishedAt >= since && !event.cancelledAt && event.openTo !== 'board'
        ? [
            {
              at: event.publishedAt,
              text: textsOf(l).happened.new(titleOf(event, l), whenOf(event, l)),
              href: eventPaths.event(event.id),
              madeUp: event.madeUp,
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

/** What the secretariat may want to look at: those who wait, and what is to be invoiced now. */
export async function eventDesk({ db, locale: l, now }: Asked<Database>): Promise<DeskItem[]> {
  const t = textsOf(l).desk
  const work = await listOpenWork(db, now)
  const events = new Map(
    (
      await listEvents(
        db,
        work.map(({ id }) => id),
      )
    ).map((event) => [event.id, event]),
  )
  return work.flatMap(({ id, waiting, toInvoice }) => {
    const event = events.get(id)
    if (!event) return []
    const href = registrationPaths.participants(id)
    const title = titleOf(event, l)
    return [
      ...(waiting > 0 && event.startsAt > now ? [{ text: t.waiting(title), href, count: waiting }] : []),
      ...(toInvoice > 0 && mayInvoice(event, now)
        ? [{ text: t.invoice(title), href, count: toInvoice }]
        : []),
    ]
  })
}

const titleOf = (event: Event, l: Locale) => toldIn(event.texts, l)?.text.title ?? ''
