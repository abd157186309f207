import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'

/** A contact person as everyone on the web may see them. */
export interface PublicContact {
  name: string
  title: string
  role: Role
  /** Null unless its owner shows it to everyone. */
  email: string | null
  phone: string
  madeUp: boolean
}

/** The contact politician and the contact official of an organisation who chose to be seen by everyone. */
export async function listPublicContacts(
  db: Kysely<Database>,
  organisationCode: string,
  today: string,
): Promise<PublicContact[]> {
  const { rows } = await sql<PublicContact>`
    select p.name, p.title, a.role, p.made_up as "madeUp",
      case when c.email_shown_to = 'everyone' then p.email end as email,
      case when c.phone_shown_to = 'everyone' then p.phone else '' end as phone
    from appointment a join person p on p.id = a.person_id join contact_card c on c.person_id = p.id
    where a.organisation_code = ${organisationCode} and a.role in ('contact-politician', 'contact-official')
      and a.since <= ${today} and (a.until is null or a.until > ${today})
      and c.shown_to = 'everyone' and p.erased_at is null
    order by a.role desc`.execute(db)
  return rows
}
