import { type Language, type Locale, localeOf } from '#platform/i18n.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { kronor } from '../money.ts'
import { writeGiro } from '../references.ts'
import { type InvoiceDocument, type InvoiceLine, lineNet, totalsOf, type Vat } from './document.ts'
import { invoiceTemplate } from './invoice-pdf-template.ts'
import { invoicePdfTexts } from './invoice-pdf-texts.ts'

type Words = ReturnType<typeof invoicePdfTexts>

/** An invoice or a credit note as accessible PDF (PDF/UA-1). The same document always gives the same bytes. */
export function invoicePdf(document: InvoiceDocument, language: Language): Promise<Buffer> {
  const l = localeOf(language)
  const t = invoicePdfTexts(l)
  const { kind, seller, buyer } = document
  const heading = `${kind === 'invoice' ? t.invoice : t.creditNote} ${document.number}`
  const title = `${heading}, ${seller.name}`
  return renderPdf(invoiceTemplate, {
    title,
    language,
    day: document.issuedOn,
    data: {
      heading,
      running: `${heading} · ${seller.name}`,
      words: {
        facts: t.facts,
        to: t.to[kind],
        lines: t.lines[kind],
        vatTable: t.vatTable,
        payment: t.payment[kind],
        hint: kind === 'invoice' ? t.howToPay : t.nothingToPay,
        note: t.note[kind],
        from: t.from,
        page: t.page,
      },
      seller: { name: seller.name, ...senderOf(document, t) },
      buyer: {
        name: buyer.name,
        lines: filled([
          buyer.address,
          place(buyer),
          buyer.organisationNumber && `${t.organisationNumber} ${hyphenated(buyer.organisationNumber)}`,
        ]),
      },
      facts: factsOf(document, l, t),
      note: document.note,
      payment: paymentOf(document, l, t),
      ...linesOf(document, l, t),
      ...sumsOf(document, l, t),
    },
  })
}

function factsOf(document: InvoiceDocument, l: Locale, t: Words) {
  const { kind, period, credits } = document
  return [
    { label: t.number[kind], value: document.number },
    { label: t.issued[kind], value: l.date(document.issuedOn) },
    ...(kind === 'invoice' ? [{ label: t.due, value: l.date(document.dueOn) }] : []),
    ...(credits ? [{ label: t.credits, value: t.credited(credits.number, l.date(credits.issuedOn)) }] : []),
    ...(document.buyerReference ? [{ label: t.reference, value: document.buyerReference }] : []),
    ...(period ? [{ label: t.period, value: `${l.date(period.from)} – ${l.date(period.to)}` }] : []),
  ]
}

function linesOf({ lines }: InvoiceDocument, l: Locale, t: Words) {
  const hasVat = lines.some(({ vat }) => vat.category !== 'O')
  return {
    columns: [t.name, t.quantity, t.price, ...(hasVat ? [t.vat] : []), t.amount],
    lines: lines.map((line) => ({
      name: line.name,
      description: line.description,
      cells: [
        unbroken(l.number(line.quantity, Number.isInteger(line.quantity) ? 0 : 2)),
        money(l, line.unitPriceOre),
        ...(hasVat ? [rate(line.vat, t)] : []),
        money(l, lineNet(line)),
      ],
    })),
  }
}

function sumsOf({ kind, lines }: InvoiceDocument, l: Locale, t: Words) {
  const { netOre, vatOre, totalOre, parts } = totalsOf(lines)
  const taxed = parts.some(({ vat }) => vat.category === 'S')
  return {
    sums: [
      ...(taxed
        ? [
            { label: t.net, value: money(l, netOre) },
            { label: t.vatSum, value: money(l, vatOre) },
          ]
        : []),
      { label: t.total[kind], value: money(l, totalOre) },
    ],
    vatWords: vatWordsOf(lines, t),
    vatColumns: [t.rate, t.base, t.vatSum],
    vatTable: taxed
      ? parts.map((part) => [rate(part.vat, t), money(l, part.netOre), money(l, part.vatOre)])
      : [],
  }
}

/** Why there is no VAT. Lines may be exempt for different reasons, and each must be read, so lines are asked, not parts. */
function vatWordsOf(lines: InvoiceLine[], t: Words): string[] {
  const words = lines.flatMap(({ vat }) => {
    if (vat.category === 'O') return [t.outside]
    return vat.category === 'E' ? [t.exemptFor(vat.reason)] : []
  })
  return [...new Set(words)]
}

function paymentOf(document: InvoiceDocument, l: Locale, t: Words) {
  const { kind, seller, credits } = document
  const total = { label: t.total[kind], value: money(l, totalsOf(document.lines).totalOre) }
  if (kind === 'credit-note') {
    return [total, ...(credits ? [{ label: t.credits, value: `${t.invoice} ${credits.number}` }] : [])]
  }
  return [
    total,
    { label: t.payBy, value: unbroken(l.date(document.dueOn)) },
    { label: t[seller.account.kind], value: writeGiro(seller.account) },
    { label: t.ocr, value: document.ocr },
  ]
}

function senderOf({ seller }: InvoiceDocument, t: Words) {
  return {
    address: filled([seller.address, place(seller)]),
    contact: filled([seller.email, seller.phone, seller.web]),
    registered: filled([
      `${t.organisationNumber} ${hyphenated(seller.organisationNumber)}`,
      seller.vatNumber && `${t.vatNumber} ${seller.vatNumber}`,
      seller.approvedForFTax && t.fTax,
    ]),
  }
}

const rate = (vat: Vat, t: Words) =>
  vat.category === 'S' ? `${vat.percent}\u00a0%` : vat.category === 'E' ? t.exempt : '–'
const money = (l: Locale, ore: number) => unbroken(kronor(l, ore))
const unbroken = (text: string) => text.replace(/\s/g, '\u00a0')
const hyphenated = (digits: string) => digits.replace(/^(\d{6})(\d{4})$/, '$1-$2')
const place = ({ postalCode, city }: { postalCode: string; city: string }) =>
  `${postalCode.replace(/^(\d{3})\s?(\d{2})$/, '$1\u00a0$2')} ${city}`.trim()
const filled = (lines: (string | null | false)[]) => lines.filter((line) => line)
