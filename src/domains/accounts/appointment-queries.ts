import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Role, singleRoles } from './permissions.ts'

export interface Holder {
  appointmentId: number
  personId: number
  name: string
  email: string | null
  emailFailed: boolean
  title: string
  phone: string
  role: Role
  seatId: number
  since: string
  until: string | null
  madeUp: boolean
}

/** Everyone who holds or has held a role in an organisation, newest first. */
export async function listHolders(db: Kysely<Database>, organisationCode: string): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select a.id as "appointmentId", p.id as "personId", p.name, p.email, p.email_failed_at is not null as "emailFailed",
      p.title, p.phone, a.role, s.id as "seatId", a.since, a.until, p.made_up as "madeUp"
    from appointment a join person p on p.id = a.person_id
    join seat s on s.organisation_code = a.organisation_code and s.role = a.role
    where a.organisation_code = ${organisationCode}
    order by a.since desc, a.id desc`.execute(db)
  return rows
}

/** A seat by its organisation and role; made when it is asked for the first time. */
export async function seatOf(
  trx: Transaction<Database>,
  organisationCode: string,
  role: Role,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into seat (organisation_code, role) values (${organisationCode}, ${role})
    on conflict (organisation_code, role) do update set role = excluded.role returning id`.execute(trx)
  const [seat] = rows
  if (!seat) throw new Error('A seat could not be made.')
  return seat.id
}

export interface NewAppointment {
  personId: number
  organisationCode: string
  role: Role
  /** First day, `YYYY-MM-DD`. */
  since: string
}

/**
 * Puts a person on a seat. Who held a seat for one person before leaves it the same day; a person who holds the
 * role already keeps it unchanged.
 */
export async function appoint(trx: Transaction<Database>, appointment: NewAppointment): Promise<void> {
  const { personId, organisationCode, role, since } = appointment
  // Whoever else fills the same seat at this moment waits here, and then sees what happened.
  const seatId = await seatOf(trx, organisationCode, role)
  await sql`select from seat where id = ${seatId} for update`.execute(trx)
  const { rows: same } = await sql`
    select from appointment where person_id = ${personId} and organisation_code = ${organisationCode} and role = ${role}
      and until is null`.execute(trx)
  if (same.length > 0) return
  if (singleRoles.includes(role)) {
    await sql`update appointment set until = greatest(${since}::date, since)
      where organisation_code = ${organisationCode} and role = ${role} and (until is null or until > ${since})`.execute(
      trx,
    )
  }
  await trx
    .insertInto('appointment')
    .values({ person_id: personId, organisation_code: organisationCode, role, since })
    .execute()
}

/** Ends an appointment on a day, the first one without it. Gives back whose it was; undefined when it had ended. */
export async function endAppointment(
  trx: Transaction<Database>,
  id: number,
  organisationCode: string,
  day: string,
): Promise<{ personId: number; role: string } | undefined> {
  const { rows } = await sql<{ personId: number; role: string }>`
    update appointment set until = greatest(${day}::date, since)
    where id = ${id} and organisation_code = ${organisationCode} and until is null
    returning person_id as "personId", role`.execute(trx)
  return rows[0]
}
