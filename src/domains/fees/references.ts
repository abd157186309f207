import { isLuhn, luhnDigit } from '#platform/luhn.ts'
import type { GiroAccount } from './invoices/document.ts'

/** Most digits that a reference may have on a Swedish bankgiro payment (Bankgirot, OCR reference control). */
const longestOcr = 25

/**
 * The reference that a payer writes: the customer's digits, the invoice's number, one check digit. Two invoices never
 * share one, as long as invoice numbers are unique and equally long. Throws RangeError for anything but digits and
 * for more than 25 of them.
 */
export function ocrOf(customerDigits: string, invoiceNumber: string): string {
  if (!/^\d+$/.test(customerDigits) || !/^\d+$/.test(invoiceNumber)) {
    throw new RangeError(`Not digits: ${customerDigits}, ${invoiceNumber}`)
  }
  const ocr = `${customerDigits}${invoiceNumber}${luhnDigit(customerDigits + invoiceNumber)}`
  if (ocr.length > longestOcr) throw new RangeError(`More than ${longestOcr} digits: ${ocr}`)
  return ocr
}

/** Whether a text can be a reference: 2 to 25 digits, spaces aside, not only zeros, with a right check digit. */
export function isOcr(text: string): boolean {
  const digits = text.replace(/\s/g, '')
  return digits.length <= longestOcr && /[1-9]/.test(digits) && isLuhn(digits)
}

/** Whether digits alone are a bankgiro number: 7 or 8 of them, Luhn-valid (Bankgirot; Peppol SE-R-008 and 009). */
export function isBankgiro(digits: string): boolean {
  return /^[1-9]\d{6,7}$/.test(digits) && isLuhn(digits)
}

/** Whether digits alone are a plusgiro number: 2 to 8 of them, Luhn-valid (Plusgirot; Peppol SE-R-007 and 010). */
export function isPlusgiro(digits: string): boolean {
  return /^[1-9]\d{1,7}$/.test(digits) && isLuhn(digits)
}

/** A giro number as somebody types it, `5050-1055` or `90 20 03-3`, checked. Null when it cannot be one. */
export function parseGiro(kind: GiroAccount['kind'], typed: string): GiroAccount | null {
  const number = typed.replace(/[\s-]/g, '')
  const isGiro = kind === 'bankgiro' ? isBankgiro(number) : isPlusgiro(number)
  return isGiro ? { kind, number } : null
}

/**
 * A giro number as people read it. Bankgiro has its hyphen before the last four digits: `5050-1055`. Plusgiro has it
 * before the check digit and stands in pairs, seven digits as 3 + 2 + 2, with no-break spaces: `90 20 03-3`.
 */
export function writeGiro({ kind, number }: GiroAccount): string {
  if (kind === 'bankgiro') return `${number.slice(0, -4)}-${number.slice(-4)}`
  const pairs = number.slice(0, -1).replace(/\B(?=(?:\d{2})+$)/g, '\u00a0')
  return `${pairs.replace(/^(\d)\u00a0(?=(?:\d{2}\u00a0){2})/, '$1')}-${number.slice(-1)}`
}
