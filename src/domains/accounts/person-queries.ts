import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AccountTables } from './tables.ts'

export type PersonRow = Selectable<AccountTables['person']>

export function findPerson(db: Kysely<Database>, id: number): Promise<PersonRow | undefined> {
  return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Who has an address, in any case of letters. */
export function findPersonByEmail(db: Kysely<Database>, email: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('person')
    .selectAll()
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

/** The person with an address, opened when there is none. `name` and `title` are used for a new one only. */
export async function findOrOpenPerson(
  trx: Transaction<Database>,
  {
    email,
    name,
    title = '',
    language = 'sv',
  }: { email: string; name: string; title?: string; language?: 'sv' | 'en' },
): Promise<{ person: PersonRow; opened: boolean }> {
  const { rows } = await sql<PersonRow>`
    insert into person (name, email, title, language, made_up) values (${name}, ${email.toLowerCase()}, ${title}, ${language}, false)
    on conflict (lower(email)) do nothing returning *`.execute(trx)
  if (rows[0]) return { person: rows[0], opened: true }
  const found = await findPersonByEmail(trx, email)
  if (!found) throw new Error('The person was erased in this very moment.')
  return { person: found, opened: false }
}

/** Corrects what a person says of themselves. A new address loses the mark of a refused one. */
export async function updatePerson(
  trx: Transaction<Database>,
  id: number,
  values: { name: string; title: string; phone: string; language: 'sv' | 'en'; email?: string | undefined },
): Promise<void> {
  const { email, ...rest } = values
  await trx
    .updateTable('person')
    .set({
      ...rest,
      ...(email ? { email: email.toLowerCase(), email_failed_at: null, email_failure: null } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export interface Held {
  id: number
  role: string
  organisationCode: string
  organisationName: string
  since: string
  until: string | null
}

/** All roles that a person holds or has held, newest first. */
export function listAppointmentsOf(db: Kysely<Database>, personId: number): Promise<Held[]> {
  return db
    .selectFrom('appointment as a')
    .innerJoin('organisation as o', 'o.code', 'a.organisation_code')
    .where('a.person_id', '=', personId)
    .select([
      'a.id',
      'a.role',
      'o.code as organisationCode',
      'o.name as organisationName',
      'a.since',
      'a.until',
    ])
    .orderBy('a.since', 'desc')
    .execute()
}
