import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { findEvent } from './queries.ts'
import { hasMoved } from './rules.ts'
import { insertEvent, markCancelled, markPublished, updateEvent, type WrittenEvent } from './write-queries.ts'

/** Where and by whom something is done. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  now: Date
}

/** Writes a new event, which nobody sees until it is published, and gives its id. */
export function writeEvent({ db, actor }: Place, written: WrittenEvent, madeUp: boolean): Promise<number> {
  return act(db, actor, 'write an event', (trx) =>
    insertEvent(trx, written, { personId: actor.personId, madeUp }),
  )
}

/** Changes an event. False when there is none, or when it is cancelled. */
export function changeEvent({ db, actor, now }: Place, id: number, written: WrittenEvent): Promise<boolean> {
  return act(db, actor, 'change an event', async (trx) => {
    const before = await findEvent(trx, id)
    if (!before || before.cancelledAt) return false
    const moved = before.publishedAt !== null && hasMoved(before, written)
    await updateEvent(trx, id, written, { personId: actor.personId, moved, now })
    return true
  })
}

/** Shows an event on the site and in calendars. */
export function publishEvent({ db, actor, now }: Place, id: number): Promise<void> {
  return act(db, actor, 'publish an event', (trx) => markPublished(trx, id, now))
}

/** Cancels an event with a reason. It stays on its page and in calendars, marked. */
export function cancelEvent({ db, actor, now }: Place, id: number, reason: string): Promise<boolean> {
  return act(db, actor, 'cancel an event', (trx) => markCancelled(trx, id, reason, now))
}
