import { isOcr } from '../references.ts'
import { isSimilarPayer } from './payer-name.ts'
import type { IncomingPayment } from './payment.ts'

/** An invoice as matching sees it. Money is integer öre. */
export interface OpenInvoice {
  id: number
  number: string
  /** Digits with a Luhn check digit last. */
  ocr: string
  /** What is left to pay. */
  openOre: number
  totalOre: number
  buyerName: string
  buyerOrganisationNumber: string | null
  state: 'open' | 'paid' | 'credited'
}

/** An invoice that a payment may be for, why, and how much of the payment would go there (öre). */
export interface Suggestion {
  invoice: OpenInvoice
  /** Strongest first: its reference among several, amount and organisation, amount and a similar name. */
  ground: 'reference' | 'organisation' | 'name'
  amountOre: number
}

export interface PaymentMatch {
  /**
   * `exact`, `partial` (less than is open) and `over` (more) compare the payment with the invoice that is certain or
   * suggested; `already-paid` and `credited`: the reference is of an invoice where nothing is open; `several`: more
   * than one invoice fits; `taken-back`: money that the bank took back; `unknown`: nothing fits.
   */
  outcome: 'exact' | 'partial' | 'over' | 'already-paid' | 'credited' | 'several' | 'taken-back' | 'unknown'
  /** `wrong`: it has the form of a reference but its check digit is wrong. `other`: words, or digits of nobody here. */
  reference: 'found' | 'wrong' | 'other' | 'missing'
  /** The one invoice whose reference was given, also when it is paid already. Null: somebody must look. */
  certain: OpenInvoice | null
  /** What may be booked at once, öre: at most the payment and at most what is open. Empty unless certain. */
  allocations: { invoiceId: number; amountOre: number }[]
  /** For somebody to choose from; empty when certain. */
  suggestions: Suggestion[]
}

/**
 * Finds what a payment is for. Certain is only the reference of exactly one invoice, digit by digit, alone or among
 * other words, spaces ignored. Else the same amount from the buyer's organisation is suggested; else the same amount
 * from a payer of similar name. A reference with a wrong check digit is told and never certain.
 */
export function matchPayment(payment: IncomingPayment, invoices: OpenInvoice[]): PaymentMatch {
  const given = referencesIn(payment.reference)
  const named = invoices.filter(({ ocr }) => isOcr(ocr) && given.has(ocr))
  const reference = named.length > 0 ? 'found' : judge(payment.reference)
  const nothing = { reference, certain: null, allocations: [], suggestions: [] } as const
  if (payment.amountOre <= 0) {
    const suggestions = named.map(
      (invoice) => ({ invoice, ground: 'reference', amountOre: payment.amountOre }) as const,
    )
    return { ...nothing, allocations: [], suggestions, outcome: 'taken-back' }
  }
  const [first] = named
  if (first && named.length === 1) return certainly(payment, first)
  if (first) return { ...nothing, allocations: [], outcome: 'several', suggestions: shared(payment, named) }

  const same = invoices.filter((invoice) => isOpen(invoice) && invoice.openOre === payment.amountOre)
  const payer = digitsOf(payment.payerOrganisationNumber)
  const byOrganisation = same.filter(
    ({ buyerOrganisationNumber }) => payer !== '' && digitsOf(buyerOrganisationNumber) === payer,
  )
  const byName = same.filter(({ buyerName }) => isSimilarPayer(payment.payerName, buyerName))
  const [found, ground] =
    byOrganisation.length > 0 ? ([byOrganisation, 'organisation'] as const) : ([byName, 'name'] as const)
  const suggestions = found.map((invoice) => ({ invoice, ground, amountOre: payment.amountOre }))
  const outcome = found.length > 1 ? 'several' : found.length === 1 ? 'exact' : 'unknown'
  return { ...nothing, allocations: [], suggestions, outcome }
}

function certainly({ amountOre }: IncomingPayment, invoice: OpenInvoice): PaymentMatch {
  const certain = { reference: 'found', certain: invoice, suggestions: [] } as const
  if (!isOpen(invoice)) {
    const outcome = invoice.state === 'credited' ? 'credited' : 'already-paid'
    return { ...certain, suggestions: [], allocations: [], outcome }
  }
  const difference = amountOre - invoice.openOre
  return {
    ...certain,
    suggestions: [],
    allocations: [{ invoiceId: invoice.id, amountOre: Math.min(amountOre, invoice.openOre) }],
    outcome: difference === 0 ? 'exact' : difference < 0 ? 'partial' : 'over',
  }
}

/** A payment over several invoices that it names, in their order, as far as it reaches. */
function shared({ amountOre }: IncomingPayment, invoices: OpenInvoice[]): Suggestion[] {
  let left = amountOre
  return invoices.map((invoice) => {
    const part = isOpen(invoice) ? Math.min(left, invoice.openOre) : 0
    left -= part
    return { invoice, ground: 'reference', amountOre: part }
  })
}

function isOpen({ state, openOre }: OpenInvoice): boolean {
  return state === 'open' && openOre > 0
}

function digitsOf(text: string | null): string {
  return (text ?? '').replace(/\D/g, '')
}

/** Longest reference there is, in digits, and how much of a text is looked through. */
const longest = 25
const mostLetters = 2000

/** Every number in a text, and every number that stands in it with spaces between its digits. */
function referencesIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const [digits] of text.slice(0, mostLetters).matchAll(/(?<![0-9])[0-9]+(?:\s+[0-9]+)*(?![0-9])/g)) {
    const groups = digits.split(/\s+/)
    for (let from = 0; from < groups.length; from++) {
      let number = ''
      for (const group of groups.slice(from)) {
        number += group
        if (number.length > longest) break
        found.add(number)
      }
    }
  }
  return found
}

/** What a text is that names no invoice: digits alone, or behind the word OCR, five at least, are meant as a reference. */
function judge(text: string): 'wrong' | 'other' | 'missing' {
  if (!text.trim()) return 'missing'
  const meant = /^[\d\s]+$/.test(text) ? text : (/\bocr\b\D{0,10}(\d[\d\s]*)/i.exec(text)?.[1] ?? '')
  return meant.replace(/\s/g, '').length >= 5 && !isOcr(meant) ? 'wrong' : 'other'
}
