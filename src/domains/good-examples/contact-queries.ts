import { type Kysely, sql, type Transaction } from 'kysely'
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

/** The examples that a person has written last or is the contact of. */
export async function readExamplesOfPerson(
  db: Kysely<Database>,
  personId: number,
): Promise<{ title: string; organisation: string; contact: boolean; updatedAt: Date }[]> {
  const { rows } = await sql<{ title: string; organisation: string; contact: boolean; updatedAt: Date }>`
    select t.title, o.name as organisation, coalesce(e.contact_id = ${personId}, false) as contact,
      e.updated_at as "updatedAt"
    from good_example e join organisation o on o.code = e.organisation_code
    join lateral (select title from good_example_text t where t.example_id = e.id order by language desc limit 1) t on true
    where e.contact_id = ${personId} or e.written_by = ${personId} order by e.id`.execute(db)
  return rows
}

/** Forgets who wrote an example and whom to ask; the story is the organisation's and stays. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('good_example').set({ contact_id: null }).where('contact_id', '=', personId).execute()
  await trx.updateTable('good_example').set({ written_by: null }).where('written_by', '=', personId).execute()
}
