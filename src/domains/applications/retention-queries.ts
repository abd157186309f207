import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Months that a draft is kept after it was last changed, when it is never sent. */
export const draftMonths = 12

/** Drafts, and withdrawn applications that were never sent, which nobody has touched for so long. */
export async function listOldDrafts(db: Kysely<Database>, now: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from application where submitted_at is null and state in ('draft', 'withdrawn')
      and changed_at < ${now}::timestamptz - make_interval(months => ${draftMonths}) limit 500`.execute(db)
  return rows.map(({ id }) => id)
}

/** Deletes a draft with all that belongs to it, also its lines in the audit log, and ends the applicants' roles. */
export async function deleteDraft(trx: Transaction<Database>, id: number, today: string): Promise<void> {
  const draft = await trx
    .selectFrom('application')
    .where('id', '=', id)
    .where('submitted_at', 'is', null)
    .select('organisation_code')
    .forUpdate()
    .executeTakeFirst()
  if (!draft) return
  await sql`
    update appointment set until = greatest(${today}::date, since)
    where organisation_code = ${draft.organisation_code} and role = 'applicant' and until is null`.execute(
    trx,
  )
  await sql`select set_config('ekokommun.erasing', 'yes', true)`.execute(trx)
  await sql`delete from application_step where application_id = ${id}`.execute(trx)
  await sql`delete from application where id = ${id}`.execute(trx)
  await sql`select set_config('ekokommun.erasing', '', true)`.execute(trx)
  await sql`select forget_application_in_audit(${id})`.execute(trx)
}

/** What this house holds about a person. */
export async function readPersonal(db: Kysely<Database>, personId: number): Promise<unknown> {
  const [applications, files, views, conflicts] = await Promise.all([
    sql`select o.name as organisation, a.state, a.started_at from application a
      join organisation o on o.code = a.organisation_code
      where a.started_by = ${personId} or lower(a.answers ->> 'politicianEmail') = (select lower(email) from person where id = ${personId})
        or lower(a.answers ->> 'officialEmail') = (select lower(email) from person where id = ${personId})`.execute(
      db,
    ),
    sql`select name, uploaded_at from application_file where uploaded_by = ${personId}`.execute(db),
    sql`select o.name as organisation, r.answers, r.given_at from application_review r
      join application a on a.id = r.application_id join organisation o on o.code = a.organisation_code
      where r.person_id = ${personId}`.execute(db),
    sql`select o.name as organisation, c.reason, c.declared_at from application_conflict c
      join application a on a.id = c.application_id join organisation o on o.code = a.organisation_code
      where c.person_id = ${personId}`.execute(db),
  ])
  return {
    applications: applications.rows,
    files: files.rows,
    views: views.rows,
    conflicts: conflicts.rows,
  }
}

/**
 * Forgets a person: contacts named in applications lose name, title and address, and drafts that nobody else works
 * on go. Views and steps stay, as the board decided on them; the person's own row has lost its name by then.
 */
export async function forgetInApplications(
  trx: Transaction<Database>,
  personId: number,
  today: string,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from application where started_by = ${personId} and submitted_at is null`.execute(trx)
  for (const { id } of rows) await deleteDraft(trx, id, today)
  for (const contact of ['politician', 'official']) {
    const keys = ['Name', 'Title', 'Email'].map((field) => `${contact}${field}`)
    const email = `${contact}Email`
    await sql`
      update application set answers = answers - ${keys}::text[]
      where lower(answers ->> ${email}) = (select lower(email) from person where id = ${personId})`.execute(
      trx,
    )
  }
  await sql`select forget_contact_in_audit(${personId})`.execute(trx)
}
