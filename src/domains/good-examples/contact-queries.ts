import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Whom to ask about an example, as far as that person wants to be seen. */
export interface ExampleContact {
  personId: number
  name: string
  title: string
  /** Null unless its owner shows it to this reader. */
  email: string | null
  madeUp: boolean
}

/** Posts of today in an organisation, of people who want to be asked. */
const askable = (code: string, today: string) => sql`
  from person p join contact_card c on c.person_id = p.id
  where p.erased_at is null and c.may_be_asked and exists (select from appointment a
    where a.person_id = p.id and a.organisation_code = ${code} and a.role <> 'applicant'
      and a.since <= ${today} and (a.until is null or a.until > ${today}))`

/** The people of an organisation who can be named as contact: they want to be asked and show their card. */
export async function listPossibleContacts(
  db: Kysely<Database>,
  code: string,
  today: string,
): Promise<{ personId: number; name: string; title: string }[]> {
  const { rows } = await sql<{ personId: number; name: string; title: string }>`
    select p.id as "personId", p.name, p.title ${askable(code, today)} and c.shown_to <> 'nobody'
    order by p.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/** The contact of an example, if that person is still there and shows the card to this kind of reader. */
export async function findContact(
  db: Kysely<Database>,
  {
    personId,
    code,
    today,
    reader,
  }: {
    personId: number
    code: string
    today: string
    reader: 'everyone' | 'members'
  },
): Promise<ExampleContact | undefined> {
  const audiences = reader === 'members' ? ['members', 'everyone'] : ['everyone']
  const { rows } = await sql<ExampleContact>`
    select p.id as "personId", p.name, p.title, p.made_up as "madeUp",
      case when c.email_shown_to = any(${audiences}) then p.email end as email
    ${askable(code, today)} and c.shown_to = any(${audiences}) and p.id = ${personId}`.execute(db)
  return rows[0]
}
