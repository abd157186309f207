import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { GiroAccount, InvoiceDocument } from './invoices/document.ts'

/** A day as PostgreSQL's `date`, read and written as `YYYY-MM-DD`. */
type Day = ColumnType<string, string, string>
type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
/** Money in öre; PostgreSQL's bigint comes as a number, far below where numbers lose whole units. */
type Ore = number

/** What somebody who joins within a year pays of it. */
export type JoiningRule = 'whole-year' | 'by-month' | 'free'
/** What somebody who leaves within a year pays of it. */
export type LeavingRule = 'whole-year' | 'by-month'

export interface FeeTables {
  fee_schedule: {
    year: number
    fixed_ore: Ore
    municipality_rate_ore: Ore
    region_rate_ore: Ore
    cap_inhabitants: number | null
    population_year: number
    joining: JoiningRule
    leaving: LeavingRule
    observer_percent: number
    due_days: Generated<number>
    decided_on: Day
    decision: string
    /** Address of the meeting that decided it, without the language; empty when it is not kept here. */
    link: Generated<string>
    made_up: Generated<boolean>
  }
  fee_proposal: {
    id: Generated<number>
    year: number
    fixed_ore: Ore
    municipality_rate_ore: Ore
    region_rate_ore: Ore
    cap_inhabitants: number | null
    population_year: number
    joining: JoiningRule
    leaving: LeavingRule
    observer_percent: number
    due_days: number
    /** Why, in Markdown. */
    reason: string
    outcome: 'adopt' | 'reject' | null
    decision: Generated<string>
    decided_on: ColumnType<string | null, string | null | undefined, string | null>
    version: Generated<number>
    made_up: Generated<boolean>
  }
  finance_settings: {
    only_row: Generated<boolean>
    name: string
    organisation_number: string
    vat_number: Generated<string>
    approved_for_f_tax: Generated<boolean>
    address: string
    postal_code: string
    city: string
    email: string
    phone: Generated<string>
    web: Generated<string>
    giro_kind: GiroAccount['kind']
    giro_number: string
    interest_percent: number | null
    claims_account: Generated<string>
    bank_account: Generated<string>
    unplaced_account: Generated<string>
    fee_account: Generated<string>
    sales_account: Generated<string>
    vat_account: Generated<string>
    made_up: Generated<boolean>
  }
  invoice_run: {
    id: Generated<number>
    year: number
    issued_on: Day
    due_on: Day
    made_by: number | null
    made_at: Instant
  }
  invoice_series: { year: number; last: number }
  invoice: {
    id: Generated<number>
    year: number
    sequence: number
    number: string
    kind: InvoiceDocument['kind']
    purpose: 'membership-fee' | 'other'
    organisation_code: string
    run_id: number | null
    credits_id: number | null
    fee_year: number | null
    issued_on: Day
    due_on: Day
    ocr: string
    total_ore: Ore
    document: ColumnType<InvoiceDocument, string, never>
    made_by: number | null
    made_at: Instant
  }
  invoice_file: FileColumns<'content'> & {
    invoice_id: number
    format: 'pdf' | 'peppol'
    made_at: Instant
  }
  invoice_delivery: {
    invoice_id: number
    way: 'mail' | 'peppol'
    receiver: string
    staged_at: OptionalInstant
    sent_at: OptionalInstant
    failure: Generated<string>
  }
  invoice_reminder: {
    invoice_id: number
    ordinal: number
    sent_on: Day
    open_ore: Ore
    receiver: string
  }
  payment_file: {
    id: Generated<number>
    hash: string
    name: string
    format: string
    message_id: string
    payments: number
    known: number
    skipped: number
    total_ore: Ore
    read_by: number | null
    read_at: Instant
  }
  payment: {
    id: Generated<number>
    file_id: number
    identity: string
    booked_on: Day
    amount_ore: Ore
    reference: string
    payer_name: string
    payer_organisation_number: string | null
    payer_account: string
  }
  allocation: {
    id: Generated<number>
    payment_id: number
    invoice_id: number | null
    amount_ore: Ore
    placed_on: Day
    placed_by: number | null
    certain: Generated<boolean>
    note: Generated<string>
    placed_at: Instant
  }
  invoice_balance: { invoice_id: number; credited_ore: Ore; paid_ore: Ore; open_ore: Ore }
}
