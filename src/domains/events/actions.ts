import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { releaseAll } from './registration/change.ts'
import { findPractical, findQuotas, lockEvent } from './registration/event-queries.ts'
import type { Site } from './registration/invitation.ts'
import { tell } from './registration/mails.ts'
import { fillPlaces } from './registration/move-up.ts'
import { listConcerned } from './registration/participant-queries.ts'
import { forgetReminders } from './registration/write-queries.ts'
import { hasRoomFor } from './rules/registration.ts'
import { hasMoved } from './rules.ts'
import { insertEvent, markCancelled, markPublished, updateEvent, type WrittenEvent } from './write-queries.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  /** Null for somebody without an account. */
  actor: Actor | null
  now: Date
  site: Site
}

/** Writes a new event, which nobody sees until it is published, and gives its id. */
export function writeEvent({ db, actor }: Place, written: WrittenEvent, madeUp: boolean): Promise<number> {
  return act(db, actor, 'write an event', (trx) =>
    insertEvent(trx, written, { personId: actor?.personId ?? null, madeUp }),
  )
}

/** Why an event was not changed; null when it was. */
export type Unchanged = 'gone' | ReturnType<typeof hasRoomFor>

/**
 * Changes an event. Whoever has registered is told when it moves, and the first in line get the places that were added.
 * Places that are taken, and ways of taking part that somebody has chosen, cannot be taken away.
 */
export function changeEvent(
  { db, actor, now, site }: Place,
  id: number,
  written: WrittenEvent,
): Promise<Unchanged> {
  return act(db, actor, 'change an event', async (trx) => {
    const before = await lockEvent(trx, id)
    if (!before || before.cancelledAt) return 'gone'
    const room = hasRoomFor(await findQuotas(trx, id), written)
    if (room !== null) return room
    const told = await findPractical(trx, id)
    const moved = before.publishedAt !== null && hasMoved(before, written)
    await updateEvent(trx, id, written, { personId: actor?.personId ?? null, moved, now })
    const event = await lockEvent(trx, id)
    if (!event) return 'gone'
    const practical = await findPractical(trx, id)
    const newLink = practical.onlineAddress !== told.onlineAddress
    if (event.publishedAt && (moved || newLink)) {
      if (before.startsAt.getTime() !== event.startsAt.getTime()) await forgetReminders(trx, id)
      for (const participant of await listConcerned(trx, id)) {
        if (moved || participant.attends === 'online')
          await tell(trx, { event, participant, practical }, 'changed', { site })
      }
    }
    await fillPlaces(trx, event, { now, site })
    return null
  })
}

/** Shows an event on the site and in calendars. */
export function publishEvent({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'publish an event', (trx) => markPublished(trx, id, now))
}

/**
 * Cancels an event with a reason. It stays on its page and in calendars, marked; whoever has registered is told, and
 * nothing is owed.
 */
export function cancelEvent({ db, actor, now, site }: Place, id: number, reason: string): Promise<boolean> {
  return act(db, actor, 'cancel an event', async (trx) => {
    if (!(await markCancelled(trx, id, reason, now))) return false
    const event = await lockEvent(trx, id)
    if (!event) return false
    await releaseAll(trx, event, { now, madeBy: actor?.personId ?? null })
    const practical = await findPractical(trx, id)
    for (const participant of await listConcerned(trx, id)) {
      await tell(trx, { event, participant, practical }, 'event-cancelled', { site })
    }
    return true
  })
}
