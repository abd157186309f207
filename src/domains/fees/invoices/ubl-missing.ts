import { isLuhn } from '#platform/luhn.ts'
import { isBankgiro, isPlusgiro } from '../references.ts'
import type { Buyer, InvoiceDocument, Seller } from './document.ts'
import { xmlText } from './ubl-text.ts'

/** What keeps a document from being an e-invoice. */
export type Missing =
  | 'buyer-name'
  | 'buyer-reference'
  | 'buyer-organisation-number'
  | 'electronic-address'
  | 'seller-name'
  | 'seller-organisation-number'
  | 'seller-vat-number'
  | 'payment-account'
  | 'lines'
  | 'line-name'
  | 'exemption-reason'
  | 'unmixed-vat'
  | 'credited-invoice'

/** A document lacks what Peppol demands; `missing` says what, for people to add. */
export class CannotBeEInvoice extends Error {
  override readonly name = 'CannotBeEInvoice'
  readonly missing: Missing[]

  constructor(number: string, missing: Missing[]) {
    super(`${number} cannot be an e-invoice, it lacks: ${missing.join(', ')}`)
    this.missing = missing
  }
}

/**
 * What a document lacks, or has in a form that Peppol does not take, before it can be sent as an e-invoice; nothing
 * when it can. Ask before it is issued, for afterwards it never changes. Rules: Peppol BIS Billing 3.0, EN 16931.
 */
export function missingForEInvoice(document: InvoiceDocument): Missing[] {
  const { seller, buyer, lines } = document
  const wanting: [Missing, boolean][] = [
    ['buyer-name', isBlank(buyer.name)], // BR-07
    ['buyer-reference', isBlank(document.buyerReference)], // PEPPOL-EN16931-R003
    ['buyer-organisation-number', !hasPossibleNumber(buyer)], // PEPPOL-COMMON-R049
    ['electronic-address', !hasElectronicAddress(buyer)], // PEPPOL-EN16931-R010, PEPPOL-COMMON-R040 and 049
    ['seller-name', isBlank(seller.name)], // BR-06
    ['seller-organisation-number', !isTenDigitNumber(seller.organisationNumber)], // PEPPOL-EN16931-R020, SE-R-003
    ['seller-vat-number', !hasTaxNumberFor(document)], // BR-S-02, BR-E-02, SE-R-001 and 002
    ['payment-account', !canBePaidTo(seller)], // BR-50, SE-R-007 to 010
    ['lines', lines.length === 0], // BR-16
    ['line-name', lines.some(({ name }) => isBlank(name))], // BR-25
    ['exemption-reason', lines.some(({ vat }) => vat.category === 'E' && isBlank(vat.reason))], // BR-E-10
    ['unmixed-vat', new Set(lines.map(({ vat }) => vat.category === 'O')).size > 1], // BR-O-11 to 14
    ['credited-invoice', document.kind === 'credit-note' && isBlank(document.credits?.number ?? '')], // BR-55
  ]
  return wanting.filter(([, isMissing]) => isMissing).map(([what]) => what)
}

function isBlank(text: string): boolean {
  return xmlText(text) === undefined
}

function isTenDigitNumber(text: string): boolean {
  return text.length === 10 && isLuhn(text)
}

function hasPossibleNumber({ organisationNumber }: Buyer): boolean {
  return organisationNumber === null || isTenDigitNumber(organisationNumber)
}

function hasElectronicAddress({ electronicAddress: address }: Buyer): boolean {
  if (!address) return false
  return address.scheme === '0007' ? isTenDigitNumber(address.identifier) : isGln(address.identifier)
}

/** Thirteen digits, every second from the last but one weighed by three, the sum divisible by ten (GS1). */
function isGln(text: string): boolean {
  const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return /^\d{13}$/.test(text) && sum % 10 === 0
}

function hasTaxNumberFor({ seller, lines }: InvoiceDocument): boolean {
  const isTaxed = lines.some(({ vat }) => vat.category === 'S')
  const isExempt = lines.some(({ vat }) => vat.category === 'E')
  if (!isTaxed && !isExempt) return true
  if (seller.vatNumber === null) return !isTaxed && seller.approvedForFTax
  return /^SE\d{12}$/.test(seller.vatNumber)
}

function canBePaidTo({ account }: Seller): boolean {
  return account.kind === 'bankgiro' ? isBankgiro(account.number) : isPlusgiro(account.number)
}
