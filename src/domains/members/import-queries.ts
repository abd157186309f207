import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { singleRoles } from '#domains/accounts/index.ts'
import type { ReadRow } from './rules/import-columns.ts'
import type { Known, KnownOrganisation, KnownPerson, PlannedRow } from './rules/import-plan.ts'

export interface Draft {
  id: number
  fileName: string
  unknownColumns: string[]
  rows: ReadRow[]
  madeAt: Date
  doneAt: Date | null
}

/** Keeps the rows of a file until somebody confirms them. Gives back the draft's id. */
export async function insertDraft(
  trx: Transaction<Database>,
  draft: { madeBy: number; fileName: string; unknownColumns: string[]; rows: ReadRow[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('import_draft')
    .values({
      made_by: draft.madeBy,
      file_name: draft.fileName,
      unknown_columns: draft.unknownColumns,
      rows: JSON.stringify(draft.rows),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A draft by its id; `locked` makes others who confirm it wait. */
export async function findDraft(
  db: Kysely<Database>,
  id: number,
  locked = false,
): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`
    select id, file_name as "fileName", unknown_columns as "unknownColumns", rows, made_at as "madeAt", done_at as "doneAt"
    from import_draft where id = ${id} ${locked ? sql`for update` : sql``}`.execute(db)
  return rows[0]
}

export async function listDrafts(
  db: Kysely<Database>,
): Promise<{ id: number; fileName: string; rows: number; madeAt: Date; doneAt: Date | null }[]> {
  const { rows } = await sql<{
    id: number
    fileName: string
    rows: number
    madeAt: Date
    doneAt: Date | null
  }>`
    select id, file_name as "fileName", jsonb_array_length(rows) as rows, made_at as "madeAt", done_at as "doneAt"
    from import_draft order by id desc limit 20`.execute(db)
  return rows
}

/** Forgets drafts that are older than so many days. */
export async function dropOldDrafts(db: Kysely<Database>, now: Date, days: number): Promise<void> {
  await sql`delete from import_draft where made_at < ${now}::timestamptz - make_interval(days => ${days})`.execute(
    db,
  )
}

/** Forgets drafts that name a person's address. */
export async function dropDraftsNaming(trx: Transaction<Database>, personId: number): Promise<void> {
  await sql`delete from import_draft d using person p where p.id = ${personId}
    and strpos(lower(d.rows::text), lower(p.email)) > 0`.execute(trx)
}

/** What the register holds, for an import to be planned against. */
export async function readKnown(db: Kysely<Database>, emails: string[], today: string): Promise<Known> {
  const [organisations, people, holders] = [
    await sql<KnownOrganisation>`
      select o.code, o.name, p.organisation_number as "organisationNumber",
        coalesce(p.einvoice_address, '') as "einvoiceAddress",
        exists (select from membership m where m.organisation_code = o.code and (m.until is null or m.until > ${today})) as member
      from organisation o left join organisation_profile p on p.organisation_code = o.code
      where o.kind <> 'association' order by o.code`.execute(db),
    await sql<KnownPerson & { email: string }>`
      select id, lower(email) as email, name, title, phone from person
      where erased_at is null and lower(email) = any(${emails})`.execute(db),
    await sql<{ seat: string; personId: number; name: string }>`
      select a.organisation_code || ' ' || a.role as seat, p.id as "personId", p.name
      from appointment a join person p on p.id = a.person_id
      where a.until is null or a.until > ${today}`.execute(db),
  ]
  const byseat = Map.groupBy(holders.rows, ({ seat }) => seat)
  return {
    organisations: organisations.rows,
    people: new Map(people.rows.map((person) => [person.email, person])),
    holders: byseat,
    singleRoles,
  }
}

/** Does what a plan says, all rows without faults at once. `today` is the first day of new roles. */
export async function applyPlan(
  trx: Transaction<Database>,
  plan: PlannedRow[],
  { draftId, today }: { draftId: number; today: string },
): Promise<void> {
  const good = plan.filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
  const people = good.flatMap(({ row, organisation }) =>
    row.person && organisation ? [{ ...row.person, code: organisation.code }] : [],
  )
  const facts = good.flatMap(({ row, organisation }) =>
    organisation && (row.organisationNumber || row.einvoiceAddress)
      ? [{ code: organisation.code, number: row.organisationNumber, einvoice: row.einvoiceAddress }]
      : [],
  )
  const given = sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
    as g (code text, role text, name text, email text, title text, phone text)`
  const merged = sql`select email, max(name) as name, max(title) as title, max(phone) as phone from ${given} group by email`
  await sql`
    update person p set name = g.name, title = coalesce(nullif(g.title, ''), p.title),
      phone = coalesce(nullif(g.phone, ''), p.phone)
    from (${merged}) g where lower(p.email) = g.email
      and (p.name, p.title, p.phone) is distinct from
        (g.name, coalesce(nullif(g.title, ''), p.title), coalesce(nullif(g.phone, ''), p.phone))`.execute(trx)
  await sql`
    insert into person (name, email, title, phone, made_up)
    select name, email, title, phone, false from (${merged}) g
    where not exists (select from person p where lower(p.email) = g.email)`.execute(trx)
  await sql`insert into seat (organisation_code, role) select distinct code, role from ${given}
    on conflict do nothing`.execute(trx)
  // Whoever else fills the same seats at this moment waits here.
  await sql`select from seat s where (s.organisation_code, s.role) in (select code, role from ${given})
    order by s.id for update`.execute(trx)
  await sql`
    update appointment a set until = greatest(${today}::date, a.since)
    from ${given} join person p on lower(p.email) = g.email
    where a.organisation_code = g.code and a.role = g.role and g.role = any(${[...singleRoles]}::text[])
      and a.person_id <> p.id and (a.until is null or a.until > ${today})`.execute(trx)
  await sql`
    insert into appointment (person_id, organisation_code, role, since)
    select distinct p.id, g.code, g.role, ${today}::date from ${given} join person p on lower(p.email) = g.email
    where not exists (select from appointment a where a.person_id = p.id and a.organisation_code = g.code
      and a.role = g.role and (a.until is null or a.until > ${today}))`.execute(trx)
  await sql`
    insert into organisation_profile (organisation_code, organisation_number, einvoice_address)
    select code, max(number), coalesce(max(einvoice), '')
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as g (code text, number text, einvoice text) group by code
    on conflict (organisation_code) do update set
      organisation_number = coalesce(excluded.organisation_number, organisation_profile.organisation_number),
      einvoice_address = coalesce(nullif(excluded.einvoice_address, ''), organisation_profile.einvoice_address),
      updated_at = clock_timestamp()`.execute(trx)
  await sql`update import_draft set done_at = clock_timestamp() where id = ${draftId}`.execute(trx)
}
