import type { MembershipPeriod } from '#domains/members/index.ts'
import { type Charge, chargeFor, type Fee, type FeeSchedule, feeOf } from './fee.ts'

/** What an invoice needs and a member has not told. The first two stop an e-invoice. */
export type Missing = 'e-invoice' | 'reference' | 'organisation-number' | 'address' | 'mail'

/** Where a member gets its invoices and what shall stand on them; empty texts are not known. */
export interface Billing {
  organisationNumber: string | null
  address: string
  postalCode: string
  city: string
  email: string
  einvoiceAddress: string
  reference: string
}

/** A member as the planning of a run needs it. */
export interface Billable extends Billing {
  code: string
  name: string
  kind: 'municipality' | 'region'
  /** The population of the schedule's year, or of the nearest year known. */
  inhabitants: number
  populationYear: number
  periods: MembershipPeriod[]
  /** The invoice of this year's fee that was issued already. */
  issuedNumber: string | null
  /** The fee that was invoiced the year before, in öre. */
  previousOre: number | null
}

/** What a member is to be invoiced for a year, and what its invoice lacks. Money in öre. */
export interface PlannedInvoice extends Billable {
  fee: Fee
  charge: Charge
  missing: Missing[]
}

/** The invoices of a year's fee: everyone who is charged anything, in the order given. */
export function planRun(schedule: FeeSchedule, billables: Billable[]): PlannedInvoice[] {
  return billables
    .map((billable) => {
      const fee = feeOf(schedule, billable.kind, billable.inhabitants)
      return {
        ...billable,
        fee,
        charge: chargeFor(schedule, billable.periods, fee.totalOre),
        missing: missingIn(billable),
      }
    })
    .filter(({ charge }) => charge.totalOre > 0)
}

function missingIn(billing: Billing): Missing[] {
  const known: Record<Missing, boolean> = {
    'e-invoice': billing.einvoiceAddress !== '',
    reference: billing.reference !== '',
    'organisation-number': billing.organisationNumber !== null,
    address: billing.address !== '' && billing.postalCode !== '' && billing.city !== '',
    mail: billing.email !== '',
  }
  return missingOrder.filter((one) => !known[one])
}

const missingOrder: Missing[] = ['e-invoice', 'reference', 'organisation-number', 'address', 'mail']
