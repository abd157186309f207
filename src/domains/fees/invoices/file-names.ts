import type { InvoiceDocument } from './document.ts'

/** `faktura-20260001.pdf`. */
export function fileName(kind: InvoiceDocument['kind'], number: string): string {
  return `${kind === 'invoice' ? 'faktura' : 'kreditfaktura'}-${number}.pdf`
}
