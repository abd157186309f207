import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listEvents } from '../queries.ts'
import { listPractical } from './event-queries.ts'
import type { Participation } from './invitation.ts'
import { listParticipationsOf } from './participant-queries.ts'

/**
 * What a person is registered for, or has registered others for, with the events; the first to begin first. Who has
 * cancelled and come back stands there once.
 */
export async function participationsOf(
  db: Kysely<Database>,
  personId: number,
  from: string,
): Promise<Participation[]> {
  const participants = await listParticipationsOf(db, personId, from)
  const counting = participants.filter(
    (one, i) =>
      !participants.some(
        (other, j) =>
          other.eventId === one.eventId &&
          other.email === one.email &&
          one.state === 'cancelled' &&
          (other.state !== 'cancelled' || j > i),
      ),
  )
  const ids = [...new Set(participants.map(({ eventId }) => eventId))]
  const [events, told] = await Promise.all([listEvents(db, ids), listPractical(db, ids)])
  return events.flatMap((event) => {
    const practical = told.get(event.id)
    return practical
      ? counting
          .filter(({ eventId }) => eventId === event.id)
          .map((participant) => ({ event, participant, practical }))
      : []
  })
}
