/** A payment as a bank's file tells it. Money is integer öre; days are `YYYY-MM-DD`. */
export interface IncomingPayment {
  /** What tells this payment from every other one, also when it comes again in another file. */
  identity: string
  bookedOn: string
  /** Negative when money was taken back. */
  amountOre: number
  currency: string
  /** The reference as the payer gave it: structured reference, else the free words. */
  reference: string
  payerName: string
  /** Ten digits, when the file tells it. */
  payerOrganisationNumber: string | null
  /** The payer's account or giro, when the file tells it. */
  payerAccount: string
}

/** A file of payments, read and checked. */
export interface PaymentFile {
  format: 'camt.053' | 'camt.054' | 'bgmax'
  /** The bank's own identity of the message. */
  messageId: string
  /** Account or bankgiro that the money came to. */
  account: string
  createdOn: string
  payments: IncomingPayment[]
  /** Entries that are no payments in (fees, money out), counted so that nothing is silently left. */
  skipped: number
}

/** A file that cannot be taken: why, and where. Nothing of it is kept. */
export class UnreadablePaymentFile extends Error {
  override readonly name = 'UnreadablePaymentFile'
  readonly reason:
    | 'not-a-payment-file'
    | 'entity'
    | 'too-large'
    | 'currency'
    | 'amount'
    | 'date'
    | 'sum'
    | 'structure'
  /** The line, element or record that is wrong. */
  readonly where: string

  constructor(reason: UnreadablePaymentFile['reason'], where: string) {
    super(`${reason}: ${where}`)
    this.reason = reason
    this.where = where
  }
}
