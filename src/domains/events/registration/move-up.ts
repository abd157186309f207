import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Event } from '../queries.ts'
import { attendances, risers } from '../rules/registration.ts'
import { findPractical, findQuotas } from './event-queries.ts'
import type { Site } from './invitation.ts'
import { tell } from './mails.ts'
import { listFirstWaiting } from './participant-queries.ts'
import { markPlaced } from './write-queries.ts'

/**
 * Gives every free place of an event to the first in line and tells them, within the transaction that made the places
 * free. The event must be held by `lockEvent`.
 */
export async function fillPlaces(
  trx: Transaction<Database>,
  event: Event,
  { now, site }: { now: Date; site: Site },
): Promise<void> {
  if (event.cancelledAt || event.startsAt <= now) return
  const quotas = await findQuotas(trx, event.id)
  for (const attends of attendances) {
    const count = risers(quotas[attends])
    if (count === 0) continue
    const first = await listFirstWaiting(trx, event.id, attends, count)
    await markPlaced(
      trx,
      first.map(({ id }) => id),
      now,
    )
    const practical = await findPractical(trx, event.id)
    for (const one of first) {
      const participant = { ...one, state: 'placed' as const, inLine: null, movedUpAt: now, chargeable: true }
      await tell(trx, { event, participant, practical }, 'moved-up', { site })
    }
  }
}
