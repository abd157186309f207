import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import { contactRoles } from './rules.ts'

export interface Renewal {
  id: number
  reason: string
  startedAt: Date
  /** The day in Stockholm. */
  startedOn: string
  dueOn: string
  closedAt: Date | null
}

/** The renewal that runs now; at most one does. */
export async function findOpenRenewal(db: Kysely<Database>): Promise<Renewal | undefined> {
  const { rows } = await sql<Renewal>`
    select id, reason, started_at as "startedAt", (started_at at time zone ${localZone})::date::text as "startedOn", due_on as "dueOn", closed_at as "closedAt"
    from renewal where closed_at is null`.execute(db)
  return rows[0]
}

export interface RenewalMember {
  code: string
  name: string
  answeredAt: Date | null
  answeredBy: string | null
  remindedAt: Date | null
  remindedOn: string | null
  reminders: number
  /** Who can be asked; empty when nobody can. */
  contacts: { personId: number; name: string; email: string; language: 'sv' | 'en' }[]
}

/** Every member of a renewal with its answer, and whom to ask: its two contacts. */
export async function listRenewalMembers(
  db: Kysely<Database>,
  renewalId: number,
  today: string,
): Promise<RenewalMember[]> {
  const { rows } = await sql<RenewalMember>`
    select o.code, o.name, r.answered_at as "answeredAt", p.name as "answeredBy",
      r.reminded_at as "remindedAt", r.reminders,
      (r.reminded_at at time zone ${localZone})::date::text as "remindedOn",
      coalesce((
        select json_agg(distinct jsonb_build_object('personId', c.id, 'name', c.name, 'email', c.email, 'language', c.language))
        from appointment a join person c on c.id = a.person_id
        where a.organisation_code = o.code and a.since <= ${today} and (a.until is null or a.until > ${today})
          and c.email is not null and c.erased_at is null and a.role = any(${[...contactRoles]})
      ), '[]') as contacts
    from renewal_organisation r join organisation o on o.code = r.organisation_code
    left join person p on p.id = r.answered_by
    where r.renewal_id = ${renewalId}
    order by o.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/** Starts a renewal for every member of the day. Undefined when one runs already. */
export async function insertRenewal(
  trx: Transaction<Database>,
  renewal: { reason: string; dueOn: string; startedBy: number; today: string },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into renewal (reason, due_on, started_by) values (${renewal.reason}, ${renewal.dueOn}, ${renewal.startedBy})
    on conflict ((true)) where closed_at is null do nothing returning id`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  await sql`
    insert into renewal_organisation (renewal_id, organisation_code)
    select distinct ${id}::bigint, m.organisation_code from membership m
    where m.since <= ${renewal.today} and (m.until is null or m.until > ${renewal.today})`.execute(trx)
  return id
}

/** Takes those to remind, so that two who press at once remind nobody twice. Gives their codes. */
export async function claimReminders(
  trx: Transaction<Database>,
  renewalId: number,
  codes: string[],
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    update renewal_organisation set reminded_at = now(), reminders = reminders + 1
    where renewal_id = ${renewalId} and organisation_code = any(${codes}) and answered_at is null
      and (reminded_at is null or reminded_at < now() - interval '20 hours')
    returning organisation_code as code`.execute(trx)
  return rows.map(({ code }) => code)
}

export async function markAnswered(
  trx: Transaction<Database>,
  renewalId: number,
  code: string,
  personId: number,
): Promise<void> {
  await trx
    .updateTable('renewal_organisation')
    .set({ answered_at: new Date(), answered_by: personId })
    .where('renewal_id', '=', renewalId)
    .where('organisation_code', '=', code)
    .execute()
}

export async function closeOpenRenewal(trx: Transaction<Database>): Promise<void> {
  await trx.updateTable('renewal').set({ closed_at: new Date() }).where('closed_at', 'is', null).execute()
}

/** Organisations of a person whose renewal waits for an answer. */
export async function listUnanswered(db: Kysely<Database>, codes: string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select r.organisation_code as code from renewal_organisation r join renewal n on n.id = r.renewal_id
    where n.closed_at is null and r.answered_at is null and r.organisation_code = any(${codes})`.execute(db)
  return rows.map(({ code }) => code)
}
