import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { FilesAway, readFile } from '#platform/files/store/index.ts'
import { localeOf } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { invoiceMail } from '../emails.ts'
import { type AccessPoint, openAccessPoint } from './access-point.ts'
import {
  claimDelivery,
  type FileFormat,
  findFile,
  insertFile,
  listWaiting,
  markDelivery,
  type Waiting,
} from './delivery-queries.ts'
import type { InvoiceDocument } from './document.ts'
import { fileName } from './file-names.ts'
import { invoicePdf } from './invoice-pdf.ts'
import { ublOf } from './ubl.ts'

/** An invoice as a file: made at the first wish, kept for good, the same ever after. */
export async function invoiceFile(
  db: Kysely<Database>,
  invoice: { id: number; document: InvoiceDocument },
  format: FileFormat,
): Promise<Buffer> {
  const kept = await findFile(db, invoice.id, format)
  if (kept) return readFile(db, kept)
  const made =
    format === 'pdf' ? await invoicePdf(invoice.document, 'sv') : Buffer.from(ublOf(invoice.document), 'utf8')
  await db.transaction().execute((trx) => insertFile(trx, invoice.id, format, made))
  const first = await findFile(db, invoice.id, format)
  return first ? readFile(db, first) : made
}

/** Deliveries that are looked at together. */
const batch = 50

/**
 * Makes the files of issued invoices and lets them leave: by mail through the outbox, and as e-invoices into the
 * access point's folder. Stopped anywhere and run again it goes on where it was, and nothing leaves twice. While the
 * place of the files is away nothing leaves, and nothing counts as failed.
 */
export async function deliverInvoices(db: Kysely<Database>, outbox: string): Promise<void> {
  let accessPoint: AccessPoint | undefined
  try {
    for (;;) {
      const waiting = await listWaiting(db, batch)
      let moved = false
      for (const delivery of waiting) {
        try {
          if (delivery.way === 'mail') moved = (await deliverByMail(db, delivery)) || moved
          else {
            accessPoint ??= await openAccessPoint(outbox)
            moved = (await deliverToAccessPoint(db, accessPoint, delivery)) || moved
          }
        } catch (error) {
          if (error instanceof FilesAway) throw error
          const failure = error instanceof Error ? error.message : String(error)
          log.error({ err: error }, `invoice ${delivery.number} could not be delivered`)
          await markDelivery(db, delivery, { failure: failure.slice(0, 500) })
          moved = true
        }
      }
      // Nothing is left, or all that is left is in somebody else's hands.
      if (!moved) return
    }
  } finally {
    await accessPoint?.close()
  }
}

async function deliverByMail(db: Kysely<Database>, delivery: Waiting): Promise<boolean> {
  const { document, number } = delivery
  const pdf = await invoiceFile(db, { id: delivery.invoiceId, document }, 'pdf')
  return act(db, null, 'deliver an invoice', async (trx) => {
    if (!(await claimDelivery(trx, delivery))) return false
    await enqueueMail(trx, {
      kind: document.kind,
      to: delivery.receiver,
      ...invoiceMail(localeOf('sv'), document, delivery.alsoPeppol),
      attachments: [{ name: fileName(document.kind, number), mediaType: 'application/pdf', content: pdf }],
    })
    await markDelivery(trx, delivery, { sent_at: new Date() })
    return true
  })
}

async function deliverToAccessPoint(
  db: Kysely<Database>,
  accessPoint: AccessPoint,
  delivery: Waiting,
): Promise<boolean> {
  const name = `${delivery.number}.xml`
  if (!delivery.staged) {
    const xml = await invoiceFile(db, { id: delivery.invoiceId, document: delivery.document }, 'peppol')
    const staged = await db.transaction().execute(async (trx) => {
      if (!(await claimDelivery(trx, delivery))) return false
      await accessPoint.stage(name, xml)
      await markDelivery(trx, delivery, { staged_at: new Date() })
      return true
    })
    if (!staged) return false
  }
  return db.transaction().execute(async (trx) => {
    if (!(await claimDelivery(trx, delivery))) return false
    await accessPoint.release(name)
    await markDelivery(trx, delivery, { sent_at: new Date() })
    return true
  })
}
