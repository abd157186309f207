/** Which invoices a list shows. */
export const invoiceStatuses = [
  'all',
  'open',
  'overdue',
  'paid',
  'too-much',
  'credits',
  'undelivered',
] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

export interface InvoiceFilter {
  status: InvoiceStatus
  /** Number, OCR or a part of the member's name. */
  search: string
  organisationCode?: string | undefined
  year?: number | undefined
}
