import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { creditOrder } from '#domains/fees/index.ts'
import { localOf } from '#platform/days.ts'
import { localeOf, toldIn } from '#platform/i18n.ts'
import type { Place } from '../actions.ts'
import type { Event } from '../queries.ts'
import { type Attends, admit, cancelsFreely, freeIn } from '../rules/registration.ts'
import { addPlace, findPractical, findQuotas, lockEvent } from './event-queries.ts'
import { tell } from './mails.ts'
import { fillPlaces } from './move-up.ts'
import { movedUpOn } from './moved-up-on.ts'
import { findParticipant, type Participant } from './participant-queries.ts'
import { forgetGuest } from './person-queries.ts'
import { textsOf } from './texts.ts'
import {
  changeAttendance,
  markCancelled,
  markPlaced,
  releaseCharges,
  saveAnswers,
  updateParticipant,
} from './write-queries.ts'

/** Whether this participant cancels for nothing today. */
export function cancelsFree(event: Event, participant: Participant, today: string): boolean {
  return (
    participant.state === 'waiting' ||
    participant.priceOre === 0 ||
    cancelsFreely({ cancelBy: event.cancelBy, movedUpOn: movedUpOn(participant) }, today)
  )
}

/**
 * Cancels a registration, tells the participant, and gives the place to the first in line: one transaction. A place
 * cancelled too late is still to be paid for, unless the secretariat says otherwise. False when there was nothing to
 * cancel any more.
 */
export function cancelParticipant(
  { db, actor, now, site }: Place,
  by: { code: string } | { id: number },
  { forFree = false, byOffice = false } = {},
): Promise<boolean> {
  return act(db, actor, 'cancel a registration', async (trx) => {
    const held = await hold(trx, by)
    if (!held || held.participant.state === 'cancelled') return false
    if (!byOffice && held.event.startsAt <= now) return false
    await letGo(trx, held, { actor, now, site }, forFree)
    return true
  })
}

/**
 * Forgets a participant without an account who asks for it: comes no more to what is ahead, and what has been keeps
 * the place without a name. False for somebody with an account, who is forgotten with it.
 */
export function forgetGuestOf({ db, actor, now, site }: Place, code: string): Promise<boolean> {
  return act(db, actor, 'forget a guest', async (trx) => {
    const held = await hold(trx, { code })
    if (!held || held.participant.personId !== null) return false
    if (isAhead(held, now)) await letGo(trx, held, { actor, now, site })
    await forgetGuest(trx, held.participant.id)
    return true
  })
}

/** Whether a participant may still change or cancel: the event is ahead, and they are coming. */
export function isAhead({ event, participant }: Held, now: Date): boolean {
  return participant.state !== 'cancelled' && event.cancelledAt === null && event.startsAt > now
}

async function letGo(
  trx: Transaction<Database>,
  { event, participant }: Held,
  { actor, now, site }: Omit<Place, 'db'>,
  forFree = false,
): Promise<void> {
  const free = forFree || cancelsFree(event, participant, localOf(now).day)
  await markCancelled(trx, participant.id, { chargeable: participant.chargeable && !free, now })
  if (free && participant.invoiceId !== null && participant.chargeable) {
    await creditOrder(trx, {
      invoiceId: participant.invoiceId,
      line: { quantity: 1, unitPriceOre: participant.priceOre },
      reason: textsOf(localeOf('sv')).invoice.cancelled(participant.name),
      issuedOn: localOf(now).day,
      madeBy: actor?.personId ?? null,
    })
  }
  const practical = await findPractical(trx, event.id)
  const cancelled = { ...participant, state: 'cancelled' as const, cancelledAt: now, inLine: null }
  await tell(trx, { event, participant: cancelled, practical }, 'cancelled', { site, costs: !free })
  await fillPlaces(trx, event, { now, site })
}

/** What a participant wants to be otherwise. */
export interface Change {
  name: string
  attends: Attends
  shownToNetwork: boolean
  answers: Map<number, string>
}

/**
 * Changes a registration. Who has a place changes to the other way only when a place is free there, and keeps the one
 * they have when none is; who waits may stand last in the other line.
 */
export function changeParticipant(
  { db, actor, now, site }: Place,
  code: string,
  change: Change,
): Promise<'changed' | 'gone' | 'full'> {
  return act(db, actor, 'change a registration', async (trx) => {
    const held = await hold(trx, { code })
    if (!held || held.participant.state === 'cancelled' || held.event.startsAt <= now) return 'gone'
    const { event, participant } = held
    if (change.attends !== participant.attends) {
      const quota = (await findQuotas(trx, event.id))[change.attends]
      const state = admit(quota, event.waitingList && participant.state === 'waiting')
      if (state === 'full') return 'full'
      await changeAttendance(trx, participant.id, { attends: change.attends, state })
      await fillPlaces(trx, event, { now, site })
    }
    await updateParticipant(trx, participant.id, change)
    await saveAnswers(trx, participant.id, change.answers)
    const changed = await findParticipant(trx, { code })
    if (changed && change.attends !== participant.attends) {
      const practical = await findPractical(trx, event.id)
      await tell(trx, { event, participant: changed, practical }, 'registered', { site, asks: false })
    }
    return 'changed'
  })
}

/** Gives somebody who waits a place before all others; when none is free, the event has one place more from now on. */
export function givePlace({ db, actor, now, site }: Place, id: number): Promise<boolean> {
  return act(db, actor, 'give a place', async (trx) => {
    const held = await hold(trx, { id })
    if (held?.participant.state !== 'waiting' || held.event.cancelledAt) return false
    const { event, participant } = held
    const quotas = await findQuotas(trx, event.id)
    if (freeIn(quotas[participant.attends]) === 0) await addPlace(trx, event.id, participant.attends)
    await markPlaced(trx, [id], now)
    const placed = { ...participant, state: 'placed' as const, inLine: null, movedUpAt: now }
    const practical = await findPractical(trx, event.id)
    await tell(trx, { event, participant: placed, practical }, 'moved-up', { site })
    return true
  })
}

/** Lets everybody go from an event that is cancelled: nothing is owed, and what was invoiced is credited. */
export async function releaseAll(
  trx: Transaction<Database>,
  event: Event,
  { now, madeBy }: { now: Date; madeBy: number | null },
): Promise<void> {
  const title = toldIn(event.texts, localeOf('sv'))?.text.title ?? ''
  for (const { invoiceId, count, priceOre } of await releaseCharges(trx, event.id)) {
    if (priceOre === 0) continue
    await creditOrder(trx, {
      invoiceId,
      line: { quantity: count, unitPriceOre: priceOre },
      reason: textsOf(localeOf('sv')).invoice.eventCancelled(title),
      issuedOn: localOf(now).day,
      madeBy,
    })
  }
}

interface Held {
  event: Event
  participant: Participant
}

/** A registration with its event, both held until the transaction ends. */
async function hold(
  trx: Transaction<Database>,
  by: { code: string } | { id: number },
): Promise<Held | undefined> {
  const seen = await findParticipant(trx, by)
  const event = seen && (await lockEvent(trx, seen.eventId))
  // Asked again, for it may have changed while the event was waited for.
  const participant = event && (await findParticipant(trx, by))
  return event && participant ? { event, participant } : undefined
}
