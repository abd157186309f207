// A program of its own that issues a year's invoices and delivers them, to be killed in the middle.
import { connect } from '../../src/database/connect.ts'
import { deliverInvoices } from '../../src/domains/fees/invoices/deliver.ts'
import { issueRun } from '../../src/domains/fees/invoices/issue.ts'

const db = connect({ connectionString: process.env.DATABASE_URL ?? '' })
const codes = (await db.selectFrom('membership').select('organisation_code').execute()).map(
  ({ organisation_code }) => organisation_code,
)
await issueRun(db, null, { year: 2027, codes, issuedOn: '2026-11-23' })
await deliverInvoices(db, process.env.PEPPOL_OUTBOX ?? '')
await db.destroy()
