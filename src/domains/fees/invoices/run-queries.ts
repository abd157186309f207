import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MembershipPeriod } from '#domains/members/index.ts'
import type { Billable } from '../rules/plan.ts'
import type { InvoiceDocument } from './document.ts'
import { missingForEInvoice } from './ubl-missing.ts'

/** A year's fee invoice that stands: issued and not credited in full. */
const standing = sql`i.kind = 'invoice' and i.purpose = 'membership-fee'
  and i.total_ore > (select coalesce(sum(c.total_ore), 0) from invoice c where c.credits_id = i.id)`

/**
 * The mail address for invoices of `organisation o` with `organisation_profile f`: the one it gave for them, else its
 * invoice recipient's, else its contact official's.
 */
export const invoiceAddress = (today: string) => sql`coalesce(nullif(f.invoice_email, ''), (
  select h.email from appointment a join person h on h.id = a.person_id
  where a.organisation_code = o.code and a.role in ('invoice-recipient', 'contact-official')
    and a.since <= ${today} and (a.until is null or a.until > ${today}) and h.email is not null
  order by a.role = 'invoice-recipient' desc, a.id limit 1), '')`

/**
 * Every municipality and region that was a member on any day of a year, with all that its invoice needs.
 */
export async function listBillables(
  db: Kysely<Database>,
  year: number,
  populationYear: number,
  today: string,
): Promise<Billable[]> {
  const { rows } = await sql<Billable & { periods: MembershipPeriod[] }>`
    select o.code, o.name, o.kind, p.inhabitants, p.year as "populationYear",
      f.organisation_number as "organisationNumber", coalesce(f.address, '') as address,
      coalesce(f.postal_code, '') as "postalCode", coalesce(f.city, '') as city,
      ${invoiceAddress(today)} as email,
      coalesce(f.einvoice_address, '') as "einvoiceAddress", coalesce(f.invoice_reference, '') as reference,
      (select json_agg(json_build_object('since', m.since, 'until', m.until, 'kind', m.kind,
        'decision', m.decision, 'madeUp', m.made_up) order by m.since)
        from membership m where m.organisation_code = o.code) as periods,
      (select i.number from invoice i where i.organisation_code = o.code and i.fee_year = ${year} and ${standing}
        order by i.id desc limit 1) as "issuedNumber",
      (select sum(i.total_ore) from invoice i where i.organisation_code = o.code and i.fee_year = ${year - 1}
        and ${standing})::bigint as "previousOre"
    from organisation o
    left join organisation_profile f on f.organisation_code = o.code
    cross join lateral (
      select inhabitants, year from population where organisation_code = o.code
      order by year <= ${populationYear} desc, abs(year - ${populationYear}) limit 1) p
    where o.kind in ('municipality', 'region') and exists (
      select from membership m where m.organisation_code = o.code and m.since < ${`${year + 1}-01-01`}
        and (m.until is null or m.until > ${`${year}-01-01`}))
    order by o.name collate "sv-SE-x-icu", o.code`.execute(db)
  return rows
}

/** Takes so many numbers of a year's series at once and returns the first. Nobody else gets any until this commits. */
export async function takeNumbers(trx: Transaction<Database>, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into invoice_series as s (year, last) values (${year}, ${count})
    on conflict (year) do update set last = s.last + ${count} returning last`.execute(trx)
  return (rows[0]?.last ?? 0) - count + 1
}

export interface NewInvoice {
  year: number
  sequence: number
  organisationCode: string
  runId: number | null
  creditsId: number | null
  feeYear: number | null
  purpose: 'membership-fee' | 'other'
  totalOre: number
  document: InvoiceDocument
  madeBy: number | null
}

/** Writes invoices down for good, with the ways in which they are to be delivered, and gives their ids. */
export async function insertInvoices(trx: Transaction<Database>, invoices: NewInvoice[]): Promise<number[]> {
  const ids: number[] = []
  for (const invoice of invoices) {
    const { document } = invoice
    const { id } = await trx
      .insertInto('invoice')
      .values({
        year: invoice.year,
        sequence: invoice.sequence,
        number: document.number,
        kind: document.kind,
        purpose: invoice.purpose,
        organisation_code: invoice.organisationCode,
        run_id: invoice.runId,
        credits_id: invoice.creditsId,
        fee_year: invoice.feeYear,
        issued_on: document.issuedOn,
        due_on: document.dueOn,
        ocr: document.ocr,
        total_ore: invoice.totalOre,
        document: JSON.stringify(document),
        made_by: invoice.madeBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { email, electronicAddress } = document.buyer
    const deliveries = [
      ...(email ? [{ invoice_id: id, way: 'mail' as const, receiver: email }] : []),
      ...(electronicAddress && missingForEInvoice(document).length === 0
        ? [
            {
              invoice_id: id,
              way: 'peppol' as const,
              receiver: `${electronicAddress.scheme}:${electronicAddress.identifier}`,
            },
          ]
        : []),
    ]
    if (deliveries.length > 0) await trx.insertInto('invoice_delivery').values(deliveries).execute()
    ids.push(id)
  }
  return ids
}

export async function insertRun(
  trx: Transaction<Database>,
  run: { year: number; issuedOn: string; dueOn: string; madeBy: number | null },
): Promise<number> {
  const { id } = await trx
    .insertInto('invoice_run')
    .values({ year: run.year, issued_on: run.issuedOn, due_on: run.dueOn, made_by: run.madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How far the delivery of a run has come. */
export interface RunProgress {
  id: number
  madeAt: Date
  issuedOn: string
  dueOn: string
  invoices: number
  totalOre: number
  /** Deliveries planned and done, by mail and to the access point. */
  mails: number
  mailsSent: number
  eInvoices: number
  eInvoicesSent: number
  failures: number
  madeBy: string
}

/** The runs of a year's fee, the newest first, with their progress. */
export async function listRuns(db: Kysely<Database>, year: number): Promise<RunProgress[]> {
  const { rows } = await sql<RunProgress>`
    select r.id, r.made_at as "madeAt", r.issued_on as "issuedOn", r.due_on as "dueOn", coalesce(p.name, '') as "madeBy",
      count(distinct i.id) as invoices,
      (select coalesce(sum(total_ore), 0)::bigint from invoice where run_id = r.id) as "totalOre",
      count(*) filter (where d.way = 'mail') as mails,
      count(*) filter (where d.way = 'mail' and d.sent_at is not null) as "mailsSent",
      count(*) filter (where d.way = 'peppol') as "eInvoices",
      count(*) filter (where d.way = 'peppol' and d.sent_at is not null) as "eInvoicesSent",
      count(*) filter (where d.failure <> '' and d.sent_at is null) as failures
    from invoice_run r
    left join person p on p.id = r.made_by
    left join invoice i on i.run_id = r.id
    left join invoice_delivery d on d.invoice_id = i.id
    where r.year = ${year}
    group by r.id, p.name order by r.id desc`.execute(db)
  return rows
}

/** Holds a year's schedule until the transaction ends, so that two runs of one year go one after the other. */
export async function lockSchedule(trx: Transaction<Database>, year: number): Promise<void> {
  await sql`select from fee_schedule where year = ${year} for update`.execute(trx)
}

/** The fee years, from one on, of which some invoices are issued already. */
export async function listYearsBegun(db: Kysely<Database>, from: number): Promise<number[]> {
  const rows = await db
    .selectFrom('invoice_run')
    .select('year')
    .distinct()
    .where('year', '>=', from)
    .execute()
  return rows.map(({ year }) => year)
}
