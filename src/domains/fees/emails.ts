import type { Locale } from '#platform/i18n.ts'
import { writeMail } from '#platform/mail/mail.ts'
import { type InvoiceDocument, totalsOf } from './invoices/document.ts'
import { kronor } from './money.ts'
import { writeGiro } from './references.ts'
import { textsOf } from './texts.ts'

/** An invoice or a credit note on its way, with the PDF beside it. */
export function invoiceMail(l: Locale, document: InvoiceDocument, alsoPeppol: boolean) {
  const t = textsOf(l).mails
  const amount = kronor(l, totalsOf(document.lines).totalOre)
  const credit = document.kind === 'credit-note'
  return writeMail({
    language: l.language,
    subject: (credit ? t.creditSubject : t.invoiceSubject)(document.number, document.seller.name),
    paragraphs: [
      t.greeting,
      credit
        ? t.credit(document.number, amount, document.credits?.number ?? '')
        : t.invoice(document.number, amount, l.date(document.dueOn)),
      ...(document.lines[0] ? [`${document.lines[0].name}. ${document.lines[0].description}`] : []),
      ...(credit ? [document.note] : [t.pay(giroOf(l, document), document.ocr)]),
      ...(alsoPeppol ? [t.alsoPeppol] : []),
    ],
    footer: [t.questions(document.seller.email), t.from(document.seller.name)],
  })
}

/** An invoice that is overdue. */
export function reminderMail(
  l: Locale,
  document: InvoiceDocument,
  reminder: { openOre: number; days: number; interestOre: number | null },
) {
  const t = textsOf(l).mails
  return writeMail({
    language: l.language,
    subject: t.reminderSubject(document.number, document.seller.name),
    paragraphs: [
      t.greeting,
      t.reminder(document.number, kronor(l, reminder.openOre), l.date(document.dueOn), reminder.days),
      ...(reminder.interestOre ? [t.interest(kronor(l, reminder.interestOre))] : []),
      t.pay(giroOf(l, document), document.ocr),
      t.crossed,
    ],
    footer: [t.questions(document.seller.email), t.from(document.seller.name)],
  })
}

function giroOf(l: Locale, { seller }: InvoiceDocument): string {
  return `${textsOf(l).giro[seller.account.kind]} ${writeGiro(seller.account)}`
}
