import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'

export interface Seat {
  id: number
  organisationCode: string
  organisationName: string
  role: Role
}

export function findSeat(db: Kysely<Database>, id: number): Promise<Seat | undefined> {
  return db
    .selectFrom('seat as s')
    .innerJoin('organisation as o', 'o.code', 's.organisation_code')
    .where('s.id', '=', id)
    .select(['s.id', 's.organisation_code as organisationCode', 'o.name as organisationName', 's.role'])
    .executeTakeFirst()
}

export interface OrganisationHead {
  code: string
  name: string
  kind: string
  member: boolean
}

export async function findOrganisation(
  db: Kysely<Database>,
  code: string,
  today: string,
): Promise<OrganisationHead | undefined> {
  const { rows } = await sql<OrganisationHead>`
    select o.code, o.name, o.kind, exists (select from membership m where m.organisation_code = o.code
      and m.since <= ${today} and (m.until is null or m.until > ${today})) as member
    from organisation o where o.code = ${code}`.execute(db)
  return rows[0]
}

/** Holds who sits on an organisation's seats until the transaction ends: nobody comes, nobody goes. */
export async function lockSeats(trx: Transaction<Database>, code: string): Promise<void> {
  await sql`select from organisation where code = ${code} for update`.execute(trx)
  await sql`select from appointment where organisation_code = ${code} for update`.execute(trx)
}

export interface PromiseRow {
  id: number
  text: string
  dueOn: string | null
  madeOn: string
  madeBy: string | null
  keptOn: string | null
}

/** What was promised on a seat, by whoever sat there: open ones first. */
export function listPromises(db: Kysely<Database>, seatId: number): Promise<PromiseRow[]> {
  return db
    .selectFrom('promise as l')
    .leftJoin('person as p', 'p.id', 'l.made_by')
    .where('l.seat_id', '=', seatId)
    .select([
      'l.id',
      'l.text',
      'l.due_on as dueOn',
      'l.made_on as madeOn',
      'p.name as madeBy',
      'l.kept_on as keptOn',
    ])
    .orderBy(sql`l.kept_on is not null`)
    .orderBy(sql`l.due_on nulls last`)
    .execute()
}

export async function insertPromise(
  trx: Transaction<Database>,
  promise: { seatId: number; text: string; dueOn: string | undefined; madeOn: string; madeBy: number },
): Promise<void> {
  await trx
    .insertInto('promise')
    .values({
      seat_id: promise.seatId,
      text: promise.text,
      due_on: promise.dueOn ?? null,
      made_on: promise.madeOn,
      made_by: promise.madeBy,
    })
    .execute()
}

export async function keepPromise(
  trx: Transaction<Database>,
  seatId: number,
  id: number,
  day: string,
): Promise<boolean> {
  const kept = await trx
    .updateTable('promise')
    .set({ kept_on: day })
    .where('id', '=', id)
    .where('seat_id', '=', seatId)
    .where('kept_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

/** How many members lack a holder of each needed seat. */
export async function countVacantSeats(
  db: Kysely<Database>,
  today: string,
  roles: readonly Role[],
): Promise<{ role: Role; members: number }[]> {
  const { rows } = await sql<{ role: Role; members: number }>`
    select r.role, count(*)::int as members
    from unnest(${[...roles]}::text[]) as r (role)
    cross join (select distinct organisation_code as code from membership
      where since <= ${today} and (until is null or until > ${today})) m
    where not exists (select from appointment a where a.organisation_code = m.code and a.role = r.role
      and a.since <= ${today} and (a.until is null or a.until > ${today}))
    group by r.role`.execute(db)
  return rows
}

/** The needed seats that nobody sits on today, of some organisations that are members. */
export async function listVacantSeats(
  db: Kysely<Database>,
  codes: string[],
  today: string,
  roles: readonly Role[],
): Promise<{ code: string; role: Role }[]> {
  const { rows } = await sql<{ code: string; role: Role }>`
    select o.code, r.role from unnest(${[...roles]}::text[]) with ordinality as r (role, place)
    cross join organisation o
    where o.code = any(${codes}) and exists (select from membership m where m.organisation_code = o.code
      and m.since <= ${today} and (m.until is null or m.until > ${today}))
    and not exists (select from appointment a where a.organisation_code = o.code and a.role = r.role
      and a.since <= ${today} and (a.until is null or a.until > ${today}))
    order by o.code, r.place`.execute(db)
  return rows
}

/** Roles and promises of a person, for the person's own eyes. */
export async function readPersonalPromises(db: Kysely<Database>, personId: number): Promise<unknown[]> {
  const { rows } =
    await sql`select text, due_on, made_on, kept_on from promise where made_by = ${personId}`.execute(db)
  return rows
}

/** The seats that a person sits on today. */
export function listSeatsOf(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<{ seatId: number; organisationCode: string; role: Role }[]> {
  return db
    .selectFrom('appointment as a')
    .innerJoin('seat as s', (join) =>
      join.onRef('s.organisation_code', '=', 'a.organisation_code').onRef('s.role', '=', 'a.role'),
    )
    .where('a.person_id', '=', personId)
    .where('a.since', '<=', today)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>', today)]))
    .select(['s.id as seatId', 's.organisation_code as organisationCode', 's.role'])
    .execute()
}

/** How many are members today. */
export async function countMembersToday(db: Kysely<Database>, today: string): Promise<number> {
  const { rows } = await sql<{ members: number }>`
    select count(distinct organisation_code)::int as members from membership
    where since <= ${today} and (until is null or until > ${today})`.execute(db)
  return rows[0]?.members ?? 0
}
