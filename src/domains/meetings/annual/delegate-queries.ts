import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Choice, ProxyGiven, VotingMember } from './rules/delegates.ts'
import type { Attends } from './tables.ts'

/** A member or observer with its name and those who hold the roles that vote. */
export interface NamedMember extends VotingMember {
  name: string
}

/** The members and observers of a day, with who holds which of the roles. */
export async function listVotingMembers(
  db: Kysely<Database>,
  roles: readonly string[],
  day: string,
): Promise<NamedMember[]> {
  const { rows } = await sql<{
    code: string
    name: string
    observer: boolean
    role: string | null
    personId: number | null
  }>`
    select o.code, o.name, bool_and(m.kind = 'observer') over (partition by o.code) as observer, a.role, a.person_id as "personId"
    from membership m join organisation o on o.code = m.organisation_code
    left join appointment a on a.organisation_code = o.code and a.role = any(${[...roles]})
      and a.since <= ${day} and (a.until is null or a.until > ${day})
    where m.since <= ${day} and (m.until is null or m.until > ${day})
    order by o.code`.execute(db)
  const members = new Map<
    string,
    { code: string; name: string; observer: boolean; holders: Map<string, number> }
  >()
  for (const { code, name, observer, role, personId } of rows) {
    const member = members.get(code) ?? { code, name, observer, holders: new Map<string, number>() }
    members.set(code, member)
    if (role !== null && personId !== null) member.holders.set(role, personId)
  }
  return [...members.values()]
}

/** Whom members have named instead of their contact persons. */
export function listChoices(db: Kysely<Database>, meetingId: number): Promise<Choice[]> {
  return db
    .selectFrom('delegate_choice')
    .where('meeting_id', '=', meetingId)
    .orderBy('named_at')
    .select(['organisation_code as organisationCode', 'place', 'person_id as personId'])
    .execute()
}

/** Lets a member send somebody for one of its votes. */
export async function saveChoice(
  trx: Transaction<Database>,
  choice: Choice & { meetingId: number; namedBy: number; now: Date },
): Promise<void> {
  const row = { person_id: choice.personId, named_by: choice.namedBy, named_at: choice.now }
  await trx
    .insertInto('delegate_choice')
    .values({
      meeting_id: choice.meetingId,
      organisation_code: choice.organisationCode,
      place: choice.place,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['meeting_id', 'organisation_code', 'place']).doUpdateSet(row))
    .execute()
}

/** Lets the contact person cast the vote again. */
export async function removeChoice(
  trx: Transaction<Database>,
  meetingId: number,
  organisationCode: string,
  place: number,
): Promise<void> {
  await trx
    .deleteFrom('delegate_choice')
    .where('meeting_id', '=', meetingId)
    .where('organisation_code', '=', organisationCode)
    .where('place', '=', place)
    .execute()
}

/** A proxy that is given and not taken back. */
export interface HeldProxy extends ProxyGiven {
  id: number
}

export function listProxies(db: Kysely<Database>, meetingId: number): Promise<HeldProxy[]> {
  return db
    .selectFrom('proxy')
    .where('meeting_id', '=', meetingId)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .select(['id', 'organisation_code as organisationCode', 'place', 'to_person_id as toPersonId'])
    .execute()
}

/** Gives a proxy. False when somebody carries that vote already. */
export async function insertProxy(
  trx: Transaction<Database>,
  proxy: ProxyGiven & { meetingId: number; givenBy: number; now: Date },
): Promise<boolean> {
  const row = await trx
    .insertInto('proxy')
    .values({
      meeting_id: proxy.meetingId,
      organisation_code: proxy.organisationCode,
      place: proxy.place,
      to_person_id: proxy.toPersonId,
      given_by: proxy.givenBy,
      given_at: proxy.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function revokeProxy(
  trx: Transaction<Database>,
  id: number,
  meetingId: number,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('proxy')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('meeting_id', '=', meetingId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Somebody who comes to the meeting. */
export interface Registered {
  personId: number
  attends: Attends
  checkedAt: Date | null
}

export function listRegistered(db: Kysely<Database>, meetingId: number): Promise<Registered[]> {
  return db
    .selectFrom('meeting_registration')
    .where('meeting_id', '=', meetingId)
    .orderBy('registered_at')
    .select(['person_id as personId', 'attends', 'checked_at as checkedAt'])
    .execute()
}

/** Registers somebody, or changes how they take part. */
export async function saveRegistration(
  trx: Transaction<Database>,
  registration: {
    meetingId: number
    personId: number
    organisationCode: string | null
    attends: Attends
    now: Date
  },
): Promise<void> {
  await trx
    .insertInto('meeting_registration')
    .values({
      meeting_id: registration.meetingId,
      person_id: registration.personId,
      organisation_code: registration.organisationCode,
      attends: registration.attends,
      registered_at: registration.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['meeting_id', 'person_id']).doUpdateSet({ attends: registration.attends }),
    )
    .execute()
}

/** Takes a registration back, unless the credential has been checked. */
export async function removeRegistration(
  trx: Transaction<Database>,
  meetingId: number,
  personId: number,
): Promise<void> {
  await trx
    .deleteFrom('meeting_registration')
    .where('meeting_id', '=', meetingId)
    .where('person_id', '=', personId)
    .where('checked_at', 'is', null)
    .execute()
}

/** Notes whose credentials the secretariat has found good; those not named are taken back. */
export async function saveChecked(
  trx: Transaction<Database>,
  meetingId: number,
  checked: number[],
  { by, now }: { by: number; now: Date },
): Promise<void> {
  await sql`
    update meeting_registration set checked_at = ${now}, checked_by = ${by}
    where meeting_id = ${meetingId} and person_id = any(${checked}) and checked_at is null`.execute(trx)
  await sql`
    update meeting_registration set checked_at = null, checked_by = null
    where meeting_id = ${meetingId} and not (person_id = any(${checked})) and checked_at is not null`.execute(
    trx,
  )
}

/** Names of people. */
export async function namesOf(db: Kysely<Database>, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from person where id = any(${[...ids]})`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
