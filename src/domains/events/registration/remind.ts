import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findEvent } from '../queries.ts'
import { reminderDue } from '../rules/registration.ts'
import { findPractical, lockEvent } from './event-queries.ts'
import type { Site } from './invitation.ts'
import { tell } from './mails.ts'
import { fillPlaces } from './move-up.ts'
import { findParticipant } from './participant-queries.ts'
import { claimReminder, listRemindable, listWithWaiting } from './reminder-queries.ts'

interface Work {
  db: Kysely<Database>
  site: Site
  now: Date
}

/** Reminds those who have a place, a week and a day before. Each reminder is claimed and written in one transaction. */
export async function remind({ db, site, now }: Work): Promise<void> {
  for (const one of await listRemindable(db, now)) {
    const due = reminderDue(one, now)
    if (due === null) continue
    await act(db, null, 'remind a participant', async (trx) => {
      if (!(await claimReminder(trx, one.id, due, now))) return
      const [event, participant] = await Promise.all([
        findEvent(trx, one.eventId),
        findParticipant(trx, { id: one.id }),
      ])
      if (!event || !participant || event.cancelledAt) return
      const practical = await findPractical(trx, event.id)
      await tell(trx, { event, participant, practical }, due, { site })
    })
  }
}

/** Gives every free place of the events to come to the first in line. */
export async function fillAll({ db, site, now }: Work): Promise<void> {
  for (const id of await listWithWaiting(db, now)) {
    await act(db, null, 'move up from the waiting list', async (trx) => {
      const event = await lockEvent(trx, id)
      if (event) await fillPlaces(trx, event, { now, site })
    })
  }
}
