import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Billing } from '../rules/plan.ts'
import { invoiceAddress } from './run-queries.ts'

/** Where an organisation gets its invoices on a day, whatever they are for. */
export async function findBilling(
  db: Kysely<Database>,
  code: string,
  today: string,
): Promise<(Billing & { name: string }) | undefined> {
  const { rows } = await sql<Billing & { name: string }>`
    select o.name, f.organisation_number as "organisationNumber", coalesce(f.address, '') as address,
      coalesce(f.postal_code, '') as "postalCode", coalesce(f.city, '') as city,
      ${invoiceAddress(today)} as email,
      coalesce(f.einvoice_address, '') as "einvoiceAddress", coalesce(f.invoice_reference, '') as reference
    from organisation o left join organisation_profile f on f.organisation_code = o.code
    where o.code = ${code}`.execute(db)
  return rows[0]
}
