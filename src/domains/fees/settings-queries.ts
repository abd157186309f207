import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { GiroAccount } from './invoices/document.ts'

/** What the association's invoices say of it, and the accounts of its bookkeeping. */
export interface FinanceSettings {
  name: string
  organisationNumber: string
  vatNumber: string
  approvedForFTax: boolean
  address: string
  postalCode: string
  city: string
  email: string
  phone: string
  web: string
  giroKind: GiroAccount['kind']
  /** The digits alone. */
  giroNumber: string
  /** Per cent a year on what is overdue; null: none is charged. */
  interestPercent: number | null
  claimsAccount: string
  bankAccount: string
  unplacedAccount: string
  feeAccount: string
  salesAccount: string
  vatAccount: string
  madeUp: boolean
}

/** The settings, once somebody has written them down. */
export async function findSettings(db: Kysely<Database>): Promise<FinanceSettings | undefined> {
  const row = await db.selectFrom('finance_settings').selectAll().executeTakeFirst()
  return (
    row && {
      name: row.name,
      organisationNumber: row.organisation_number,
      vatNumber: row.vat_number,
      approvedForFTax: row.approved_for_f_tax,
      address: row.address,
      postalCode: row.postal_code,
      city: row.city,
      email: row.email,
      phone: row.phone,
      web: row.web,
      giroKind: row.giro_kind,
      giroNumber: row.giro_number,
      interestPercent: row.interest_percent,
      claimsAccount: row.claims_account,
      bankAccount: row.bank_account,
      unplacedAccount: row.unplaced_account,
      feeAccount: row.fee_account,
      salesAccount: row.sales_account,
      vatAccount: row.vat_account,
      madeUp: row.made_up,
    }
  )
}

/** Writes the settings down. Invoices that are issued already keep what they said. */
export async function saveSettings(trx: Transaction<Database>, settings: FinanceSettings): Promise<void> {
  const row = {
    name: settings.name,
    organisation_number: settings.organisationNumber,
    vat_number: settings.vatNumber,
    approved_for_f_tax: settings.approvedForFTax,
    address: settings.address,
    postal_code: settings.postalCode,
    city: settings.city,
    email: settings.email,
    phone: settings.phone,
    web: settings.web,
    giro_kind: settings.giroKind,
    giro_number: settings.giroNumber,
    interest_percent: settings.interestPercent,
    claims_account: settings.claimsAccount,
    bank_account: settings.bankAccount,
    unplaced_account: settings.unplacedAccount,
    fee_account: settings.feeAccount,
    sales_account: settings.salesAccount,
    vat_account: settings.vatAccount,
    made_up: settings.madeUp,
  }
  await trx
    .insertInto('finance_settings')
    .values(row)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute()
}
