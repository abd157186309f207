import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { createTurns } from '#platform/turns.ts'
import type { Place } from '../actions.ts'
import { admit, closedBecause } from '../rules/registration.ts'
import { findPractical, findQuotas, listQuestions, lockEvent } from './event-queries.ts'
import { type BookingMail, bookingMail, tell } from './mails.ts'
import { listNew, listRegistered, type Participant } from './participant-queries.ts'
import { insertBooking, listPeopleByEmail, type NewBooking } from './write-queries.ts'

export type RegisterResult =
  | { done: true; participants: Participant[] }
  /** `emails` are those who are registered already. */
  | { done: false; reason: 'closed' | 'full' | 'twice'; emails: string[] }

/**
 * Registers one or many for an event: all of them, or nobody. Whoever finds no place stands last in line, in the order
 * given. The event is held meanwhile, so that two who want the last place come one after the other; mails leave when
 * the transaction does. `byOffice`: the secretariat adds somebody, also after the last day.
 */
export function register(
  { db, actor, now, site }: Place,
  booking: NewBooking,
  { byOffice = false } = {},
): Promise<RegisterResult> {
  const refused = (reason: 'closed' | 'full' | 'twice', emails: string[] = []): RegisterResult => ({
    done: false,
    reason,
    emails,
  })
  const emails = booking.participants.map(({ email }) => email)
  const run = async (trx: Transaction<Database>): Promise<RegisterResult> => {
    // What no other registration changes is read before the event is held.
    const people = await listPeopleByEmail(trx, emails)
    const asks = (await listQuestions(trx, booking.eventId)).length > 0
    const event = await lockEvent(trx, booking.eventId)
    if (!event) return refused('closed')
    const closed = closedBecause(event, now)
    if (closed && !(byOffice && (closed === 'too-late' || closed === 'begun'))) return refused('closed')
    const known = await listRegistered(trx, event.id, emails)
    if (known.length > 0) return refused('twice', known)

    const quotas = await findQuotas(trx, event.id)
    const states: ('placed' | 'waiting')[] = []
    for (const { attends } of booking.participants) {
      const state = admit(quotas[attends], event.waitingList || byOffice)
      if (state === 'full') return refused('full')
      states.push(state)
      quotas[attends][state === 'placed' ? 'taken' : 'waiting'] += 1
    }
    const ids = await insertBooking(
      trx,
      {
        ...booking,
        participants: booking.participants.map((one) => ({
          ...one,
          personId: one.personId ?? people.get(one.email) ?? null,
        })),
      },
      {
        states,
        priceOre: booking.organisationCode ? event.priceOre : 0,
        madeUp: event.madeUp,
        now,
      },
    )
    const participants = await listNew(trx, ids)
    const practical = await findPractical(trx, event.id)
    for (const participant of participants) {
      await tell(trx, { event, participant, practical }, 'registered', { site, asks })
    }
    const summary: BookingMail = { event, booking, participants, site }
    if (participants.some(({ email }) => email !== booking.madeBy.email)) await bookingMail(trx, summary)
    return { done: true, participants }
  }
  return inTurn(booking.eventId, () => act(db, actor, 'register for an event', run))
}

/** The registrations of one event within this process; those of other processes wait for the event in the database. */
const inTurn = createTurns<number>()
