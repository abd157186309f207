import { uses } from '#platform/association.ts'
import { feePaths } from './paths.ts'

/** Whether invoices are issued and paid in the program. They follow Swedish practice, and are paid by giro. */
export const invoicing = uses('bankgiro')

/** The addresses that are there for invoices alone. */
export const invoicingAddresses = [
  feePaths.run(':year'),
  feePaths.invoices,
  `${feePaths.invoices}/*`,
  '/kansli/avgifter/:file{fakturor\\.(csv|xlsx)}',
  '/kansli/avgifter/:file{bokforing\\.se}',
  feePaths.remindAll,
  feePaths.payments,
  `${feePaths.payments}/*`,
  feePaths.bookkeeping,
  `${feePaths.bookkeeping}/*`,
  feePaths.settings,
  feePaths.ledger(':code'),
  feePaths.own(':code'),
  feePaths.ownFile(':code', ':file'),
]
