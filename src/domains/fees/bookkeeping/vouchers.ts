import type { Locale } from '#platform/i18n.ts'
import { type InvoiceDocument, totalsOf } from '../invoices/document.ts'
import type { FinanceSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import type { SieVoucher } from './sie.ts'

/** Something that is to be booked. Money in öre; `number` is its place in its series. */
export type BookedEvent =
  | {
      what: 'invoice'
      number: number
      on: string
      name: string
      purpose: 'membership-fee' | 'other'
      document: InvoiceDocument
    }
  | { what: 'payment'; number: number; on: string; payer: string; amountOre: number }
  | { what: 'placed'; number: number; on: string; invoice: string | null; note: string; amountOre: number }

type Accounts = Pick<
  FinanceSettings,
  'claimsAccount' | 'bankAccount' | 'unplacedAccount' | 'feeAccount' | 'salesAccount' | 'vatAccount'
>

/**
 * One voucher for each event, by the accrual method: an invoice is a claim on its day, a payment stands as not placed
 * until it is placed on an invoice, and what is paid back leaves the bank again. Each balances.
 */
export function vouchersOf(l: Locale, events: BookedEvent[], accounts: Accounts): SieVoucher[] {
  const t = textsOf(l).bookkeeping
  return events.map((event) => {
    const voucher = (
      series: string,
      text: string,
      amounts: [account: string, ore: number][],
    ): SieVoucher => ({
      series,
      number: event.number,
      date: event.on,
      text,
      rows: amounts
        .filter(([, ore]) => ore !== 0)
        .map(([account, amountOre]) => ({ account, amountOre, text })),
    })
    if (event.what === 'payment') {
      return voucher('B', t.payment(event.payer), [
        [accounts.bankAccount, event.amountOre],
        [accounts.unplacedAccount, -event.amountOre],
      ])
    }
    if (event.what === 'placed') {
      const text = event.invoice === null ? t.paidBack(event.note) : t.placed(event.invoice)
      return voucher('A', text, [
        [accounts.unplacedAccount, event.amountOre],
        [event.invoice === null ? accounts.bankAccount : accounts.claimsAccount, -event.amountOre],
      ])
    }
    const { document, purpose } = event
    const credit = document.kind === 'credit-note'
    const sign = credit ? -1 : 1
    const { totalOre, vatOre, parts } = totalsOf(document.lines)
    const net = (sold: boolean) =>
      parts
        .filter(({ vat }) => (vat.category !== 'O' || purpose === 'other') === sold)
        .reduce((sum, { netOre }) => sum + netOre, 0)
    return voucher('F', (credit ? t.creditNote : t.invoice)(document.number, event.name), [
      [accounts.claimsAccount, sign * totalOre],
      [accounts.feeAccount, -sign * net(false)],
      [accounts.salesAccount, -sign * net(true)],
      [accounts.vatAccount, -sign * vatOre],
    ])
  })
}

/** Debit and credit of each account over vouchers, in öre, by account. */
export function turnoverOf(
  vouchers: SieVoucher[],
): { account: string; debitOre: number; creditOre: number }[] {
  const sums = new Map<string, { debitOre: number; creditOre: number }>()
  for (const { account, amountOre } of vouchers.flatMap(({ rows }) => rows)) {
    const { debitOre, creditOre } = sums.get(account) ?? { debitOre: 0, creditOre: 0 }
    sums.set(account, {
      debitOre: debitOre + Math.max(amountOre, 0),
      creditOre: creditOre + Math.max(-amountOre, 0),
    })
  }
  return [...sums]
    .map(([account, sum]) => ({ account, ...sum }))
    .toSorted((a, b) => (a.account < b.account ? -1 : 1))
}
