import { createHash } from 'node:crypto'
import { zone } from '#platform/days.ts'
import { type IncomingPayment, UnreadablePaymentFile } from './payment.ts'

/** An amount above this, one thousand million kronor in öre, is taken for a mistake. */
const largestOre = 100_000_000_000

/**
 * A decimal amount, `16573.6`, as integer öre, digit by digit and never through floating point. Throws `amount` for a
 * sign, a comma, parts of an öre, and sums beyond one thousand million kronor.
 */
export function decimalOre(text: string, where: string): number {
  const [, kronor, parts = ''] = /^(\d{1,16})(?:\.(\d{1,5}))?$/.exec(text) ?? []
  if (kronor === undefined || /[1-9]/.test(parts.slice(2))) throw new UnreadablePaymentFile('amount', where)
  return wholeOre(kronor + parts.slice(0, 2).padEnd(2, '0'), where)
}

/** Digits that count öre, `000000000001657360`. Throws `amount` for anything else. */
export function wholeOre(digits: string, where: string): number {
  const ore = /^\d{1,18}$/.test(digits) ? Number(digits) : Number.NaN
  if (!(ore <= largestOre)) throw new UnreadablePaymentFile('amount', where)
  return ore
}

/**
 * The day, `YYYY-MM-DD`, of a date or a point in time in ISO 8601 or as `YYYYMMDD`. A point in time with an offset is
 * the day in Sweden. Throws `date` for what is in no calendar.
 */
export function dayOf(text: string, where: string): string {
  try {
    const day = /^\d{4}-?\d{2}-?\d{2}/.exec(text)?.[0] ?? ''
    if (/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) {
      return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate().toString()
    }
    if (!/^(?:T[\d:.]+|Z|[+-]\d{2}:\d{2})?$/.test(text.slice(day.length))) throw new RangeError(text)
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()
  } catch {
    throw new UnreadablePaymentFile('date', where)
  }
}

/**
 * Ten digits of an organisation as a bank writes it: with hyphen, `16` or `00` before it, or as a VAT number. Null for
 * anything else, and for personal numbers, which are not kept (their third digit is 0 or 1).
 */
export function payerOrganisation(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  const ten = /^(?:16|00)?(\d{10})$/.exec(digits)?.[1] ?? /^SE(\d{10})01$/i.exec(digits)?.[1]
  return ten !== undefined && /^\d{2}[2-9]/.test(ten) ? ten : null
}

/** A payment and what the bank calls it: empty when the file does not say. */
export interface Unnamed {
  /** The bank's own reference, unique on the account. */
  bankReference: string
  account: string
  payment: Omit<IncomingPayment, 'identity'>
}

/**
 * Gives payments their identities: account, the bank's reference and the amount; without a reference a hash of the
 * account and everything that is known of the payment. What comes again in the same file gets a number, so that two
 * like payments stay two, and the same file read again gives the same identities.
 */
export function identified(unnamed: Unnamed[]): IncomingPayment[] {
  const seen = new Map<string, number>()
  return unnamed.map(({ bankReference, account, payment }) => {
    const content = JSON.stringify([
      account,
      payment.bookedOn,
      payment.amountOre,
      payment.reference,
      payment.payerName,
      payment.payerAccount,
    ])
    const key = bankReference
      ? `${account}/${bankReference}/${payment.amountOre}`
      : `sha256:${createHash('sha256').update(content).digest('hex')}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return { identity: times === 1 ? key : `${key}#${times}`, ...payment }
  })
}

/** Texts that are there, each once, in one line. */
export function joined(texts: string[], between = ' '): string {
  return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean))].join(between)
}
