import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type ActingPerson, act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { findBalance, lockInvoice } from '../invoices/invoice-queries.ts'
import { matchPayment } from './match.ts'
import type { PaymentFile } from './payment.ts'
import {
  type FileRow,
  insertAllocation,
  insertPayment,
  insertPaymentFile,
  knownIdentities,
  listFiles,
  listForMatching,
  lockPayment,
  placedOn,
  readAlone,
} from './payment-queries.ts'

export type TakenIn =
  | { done: true; added: number; known: number; placed: number; left: number }
  | { done: false; before: FileRow | undefined }

/**
 * Takes in the payments of a file, all or nothing. A file or payment that was read before adds nothing. Where the
 * reference is certainly an invoice's, the payment is placed on it as far as the invoice is open; the rest waits for
 * somebody's yes.
 */
export function takeIn(
  db: Kysely<Database>,
  actor: ActingPerson,
  upload: { name: string; bytes: Uint8Array; file: PaymentFile; today: string },
): Promise<TakenIn> {
  const hash = createHash('sha256').update(upload.bytes).digest('hex')
  return act(db, actor, 'read payments', async (trx): Promise<TakenIn> => {
    await readAlone(trx)
    const { payments } = upload.file
    const known = await knownIdentities(
      trx,
      payments.map(({ identity }) => identity),
    )
    const fileId = await insertPaymentFile(trx, {
      hash,
      name: upload.name,
      readBy: actor?.personId ?? null,
      read: upload.file,
      known: known.size,
    })
    if (fileId === undefined) return { done: false, before: (await listFiles(trx, hash))[0] }

    const fresh = payments.filter(({ identity }) => !known.has(identity))
    const invoices = new Map((await listForMatching(trx)).map((invoice) => [invoice.id, invoice]))
    let placed = 0
    for (const payment of fresh) {
      const paymentId = await insertPayment(trx, fileId, payment)
      const match = matchPayment(payment, [...invoices.values()])
      const invoice = match.certain ? invoices.get(match.certain.id) : undefined
      if (!invoice || payment.amountOre <= 0 || invoice.openOre <= 0) continue
      const amountOre = Math.min(payment.amountOre, invoice.openOre)
      await lockInvoice(trx, invoice.number)
      await insertAllocation(trx, {
        paymentId,
        invoiceId: invoice.id,
        amountOre,
        placedOn: payment.bookedOn,
        placedBy: actor?.personId ?? null,
        certain: true,
        note: '',
      })
      const openOre = invoice.openOre - amountOre
      invoices.set(invoice.id, { ...invoice, openOre, state: openOre > 0 ? 'open' : 'paid' })
      if (amountOre === payment.amountOre) placed += 1
    }
    return { done: true, added: fresh.length, known: known.size, placed, left: fresh.length - placed }
  })
}

export type Placed = 'placed' | 'gone' | 'no-invoice' | 'too-much-of-payment' | 'too-much-for-invoice'

/** Places an amount (öre) of a payment on an invoice; never more than is left of either. */
export function placePayment(
  db: Kysely<Database>,
  actor: ActingPerson,
  place: { paymentId: number; invoiceNumber: string; amountOre: number; today: string },
): Promise<Placed> {
  return act(db, actor, 'place a payment', async (trx): Promise<Placed> => {
    const payment = await lockPayment(trx, place.paymentId)
    if (!payment) return 'gone'
    const invoice = await lockInvoice(trx, place.invoiceNumber)
    if (invoice?.kind !== 'invoice') return 'no-invoice'
    const left = payment.amountOre - payment.placedOre
    const { openOre, paidOre } = await findBalance(trx, invoice.id)
    // Money that the bank took back is placed with its minus, on an invoice that was paid by at least as much.
    const takesBack = left < 0
    const amountOre = takesBack ? -place.amountOre : place.amountOre
    if (place.amountOre <= 0 || place.amountOre > Math.abs(left)) return 'too-much-of-payment'
    if (takesBack ? place.amountOre > paidOre : place.amountOre > openOre) return 'too-much-for-invoice'
    await insertAllocation(trx, {
      paymentId: payment.id,
      invoiceId: invoice.id,
      amountOre,
      placedOn: place.today,
      placedBy: actor?.personId ?? null,
      certain: false,
      note: '',
    })
    return 'placed'
  })
}

/** Notes that what is left of a payment was paid back, or kept, outside the invoices. False when nothing is left. */
export function settlePayment(
  db: Kysely<Database>,
  actor: ActingPerson,
  settle: { paymentId: number; note: string; seenLeftOre: number; today: string },
): Promise<boolean> {
  return act(db, actor, 'settle a payment', async (trx) => {
    const payment = await lockPayment(trx, settle.paymentId)
    const left = payment ? payment.amountOre - payment.placedOre : 0
    if (!payment || left === 0 || left !== settle.seenLeftOre) return false
    await insertAllocation(trx, {
      paymentId: payment.id,
      invoiceId: null,
      amountOre: left,
      placedOn: settle.today,
      placedBy: actor?.personId ?? null,
      certain: false,
      note: settle.note,
    })
    return true
  })
}

/** Takes an amount back from an invoice where it was placed by mistake; the payment waits again. */
export function unplacePayment(
  db: Kysely<Database>,
  actor: ActingPerson,
  undo: { paymentId: number; invoiceNumber: string; note: string; today: string },
): Promise<boolean> {
  return act(db, actor, 'take back a placed payment', async (trx) => {
    const payment = await lockPayment(trx, undo.paymentId)
    const invoice = payment && (await lockInvoice(trx, undo.invoiceNumber))
    if (!payment || !invoice) return false
    const amountOre = await placedOn(trx, payment.id, invoice.id)
    if (amountOre === 0) return false
    await insertAllocation(trx, {
      paymentId: payment.id,
      invoiceId: invoice.id,
      amountOre: -amountOre,
      placedOn: undo.today,
      placedBy: actor?.personId ?? null,
      certain: false,
      note: undo.note,
    })
    return true
  })
}
