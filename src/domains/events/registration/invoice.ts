import { act } from '#database/act.ts'
import { issueOrder, type Order } from '#domains/fees/index.ts'
import { localOf } from '#platform/days.ts'
import { localeOf, toldIn } from '#platform/i18n.ts'
import type { Place } from '../actions.ts'
import type { Event } from '../queries.ts'
import { mayInvoice } from '../rules/registration.ts'
import { whenOf } from '../when.ts'
import { lockEvent } from './event-queries.ts'
import { listToInvoice, markInvoiced, type ToInvoice } from './invoice-queries.ts'
import { textsOf } from './texts.ts'

/**
 * Invoices every booking of an event that is to be paid for and is not invoiced yet: all of it in one transaction, so
 * that no participant stands on two invoices and no number is lost.
 */
export function invoiceBookings(
  { db, actor, now }: Place,
  eventId: number,
): Promise<'done' | 'nothing' | 'no-settings'> {
  return act(db, actor, 'invoice an event', async (trx) => {
    const event = await lockEvent(trx, eventId)
    if (!event || !mayInvoice(event, now)) return 'nothing'
    const bookings = await listToInvoice(trx, eventId)
    for (const booking of bookings) {
      const invoiceId = await issueOrder(trx, {
        ...orderOf(event, booking),
        issuedOn: localOf(now).day,
        madeBy: actor?.personId ?? null,
      })
      // The settings are there for all or for none, so nothing was issued before this.
      if (invoiceId === undefined) return 'no-settings'
      await markInvoiced(trx, booking.registrationIds, invoiceId)
    }
    return bookings.length > 0 ? 'done' : 'nothing'
  })
}

function orderOf(event: Event, booking: ToInvoice): Omit<Order, 'issuedOn' | 'madeBy'> {
  const l = localeOf('sv')
  const t = textsOf(l).invoice
  return {
    organisationCode: booking.organisationCode,
    reference: booking.reference,
    note: t.note,
    lines: [
      {
        name: t.line(toldIn(event.texts, l)?.text.title ?? '', whenOf(event, l)),
        description: t.participants(l.list(booking.names)),
        quantity: booking.names.length,
        unitPriceOre: booking.priceOre,
      },
    ],
  }
}
