import type { Locale } from '#platform/i18n.ts'
import { kronor, populationDay, shortKronor } from '../money.ts'
import type { FeeSchedule } from '../rules/fee.ts'
import type { Billing, PlannedInvoice } from '../rules/plan.ts'
import type { FinanceSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import { type Buyer, type InvoiceDocument, type InvoiceLine, type Seller, totalsOf } from './document.ts'

/** The association as a seller, from its settings. */
export function sellerOf(settings: FinanceSettings): Seller {
  return {
    name: settings.name,
    organisationNumber: settings.organisationNumber.replace('-', ''),
    vatNumber: settings.vatNumber || null,
    approvedForFTax: settings.approvedForFTax,
    address: settings.address,
    postalCode: settings.postalCode,
    city: settings.city,
    email: settings.email,
    phone: settings.phone,
    web: settings.web,
    account: { kind: settings.giroKind, number: settings.giroNumber },
  }
}

/** A member as a buyer. An e-invoice address that is neither scheme 0007 nor 0088 is left out. */
export function buyerOf(name: string, billing: Billing): Buyer {
  const [, scheme, identifier] = /^(0007|0088):(.+)$/.exec(billing.einvoiceAddress) ?? []
  return {
    name,
    organisationNumber: billing.organisationNumber?.replace('-', '') ?? null,
    address: billing.address,
    postalCode: billing.postalCode,
    city: billing.city,
    email: billing.email,
    electronicAddress: identifier && (scheme === '0007' || scheme === '0088') ? { scheme, identifier } : null,
  }
}

/** The line of a membership fee, with the arithmetic in words. */
export function feeLine(l: Locale, schedule: FeeSchedule, planned: PlannedInvoice): InvoiceLine {
  const t = textsOf(l).document
  const { fee, charge } = planned
  const parts = [
    t.arithmetic(
      shortKronor(l, fee.fixedOre),
      kronor(l, fee.rateOre),
      l.number(fee.countedInhabitants),
      kronor(l, fee.totalOre),
    ),
    fee.capped
      ? t.capped(l.number(fee.inhabitants), l.number(fee.countedInhabitants))
      : t.population(l.date(populationDay(planned.populationYear))),
    ...(charge.fullMonths === 12
      ? []
      : [t.months(charge.fullMonths, charge.observerMonths, schedule.observerPercent)]),
  ]
  return {
    name: t.fee(schedule.year),
    description: parts.join(' '),
    quantity: 1,
    unitPriceOre: charge.totalOre,
    vat: { category: 'O' },
  }
}

/** A credit note for an invoice, or for a part of its amount: same parties, opposite meaning. */
export function creditOf(
  l: Locale,
  invoice: InvoiceDocument,
  credit: { number: string; ocr: string; issuedOn: string; totalOre: number; reason: string },
): InvoiceDocument {
  const whole = credit.totalOre === totalsOf(invoice.lines).totalOre
  const vat = invoice.lines[0]?.vat ?? { category: 'O' }
  return {
    ...invoice,
    kind: 'credit-note',
    number: credit.number,
    ocr: credit.ocr,
    issuedOn: credit.issuedOn,
    dueOn: credit.issuedOn,
    lines: whole
      ? invoice.lines
      : [
          {
            name: textsOf(l).document.credit(invoice.number),
            description: credit.reason,
            quantity: 1,
            unitPriceOre: credit.totalOre,
            vat,
          },
        ],
    credits: { number: invoice.number, issuedOn: invoice.issuedOn },
    note: credit.reason,
  }
}
