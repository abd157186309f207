import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'

/** What the people of the register are narrowed to; empty for everyone. */
export interface PeopleFilter {
  text: string
  role: string
  organisationCode: string
  /** Only those whose mail is refused. */
  refused: boolean
}

/** A person with one role of today; people without a role come once, with null. */
export interface PersonRoleRow {
  id: number
  name: string
  email: string | null
  emailFailed: boolean
  title: string
  phone: string
  madeUp: boolean
  role: Role | null
  organisationCode: string | null
  organisationName: string | null
}

/** People with the roles of a day, in Swedish order. */
export async function listPeople(
  db: Kysely<Database>,
  filter: PeopleFilter,
  today: string,
  limit?: number,
  offset = 0,
): Promise<PersonRoleRow[]> {
  const { rows } = await sql<PersonRoleRow>`
    select p.id, p.name, p.email, p.email_failed_at is not null as "emailFailed", p.title, p.phone,
      p.made_up as "madeUp", a.role, a.organisation_code as "organisationCode", o.name as "organisationName"
    from (
      select * from person p where ${wanted(filter, today)}
      order by p.name collate "sv-SE-x-icu", p.id limit ${limit ?? null} offset ${offset}
    ) p
    left join appointment a on a.person_id = p.id and a.since <= ${today} and (a.until is null or a.until > ${today})
    left join organisation o on o.code = a.organisation_code
    order by p.name collate "sv-SE-x-icu", p.id, a.since, a.id`.execute(db)
  return rows
}

/** How many people a filter keeps. */
export async function countPeople(
  db: Kysely<Database>,
  filter: PeopleFilter,
  today: string,
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from person p where ${wanted(filter, today)}`.execute(db)
  return rows[0]?.people ?? 0
}

function wanted({ text, role, organisationCode, refused }: PeopleFilter, today: string) {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`p.erased_at is null
    and (${text} = '' or p.name ilike ${like} or p.email ilike ${like} or p.title ilike ${like}
      or similarity(p.name, ${text}) > 0.5)
    and (not ${refused}::boolean or p.email_failed_at is not null)
    and ((${role} = '' and ${organisationCode} = '') or exists (
      select from appointment a where a.person_id = p.id and a.since <= ${today} and (a.until is null or a.until > ${today})
        and (${role} = '' or a.role = ${role}) and (${organisationCode} = '' or a.organisation_code = ${organisationCode})))`
}

/** Makes every link that was mailed to somebody void, because the address has changed. */
export async function voidLinksOf(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('one_time_token').where('person_id', '=', personId).execute()
}
