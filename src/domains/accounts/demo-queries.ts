import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import type { Role } from './permissions.ts'

const { member, delegate, applicant } = association.demonstration

/** The name that each role's example person logs in by, and where that person holds the role. */
export const demoAccounts: Record<string, { role: Role; organisationCode: string }> = {
  kontaktpolitiker: { role: 'contact-politician', organisationCode: member },
  kontakttjansteperson: { role: 'contact-official', organisationCode: member },
  ombud: { role: 'delegate', organisationCode: delegate },
  rapportor: { role: 'reporter', organisationCode: member },
  fakturamottagare: { role: 'invoice-recipient', organisationCode: member },
  medlem: { role: 'member-user', organisationCode: member },
  sokande: { role: 'applicant', organisationCode: applicant },
  ordforande: { role: 'board-chair', organisationCode: association.code },
  styrelseledamot: { role: 'board-member', organisationCode: association.code },
  ersattare: { role: 'board-substitute', organisationCode: association.code },
  expert: { role: 'expert-group', organisationCode: association.code },
  revisor: { role: 'auditor', organisationCode: association.code },
  valberedning: { role: 'nomination-committee', organisationCode: association.code },
  kansli: { role: 'secretariat', organisationCode: association.code },
  administrator: { role: 'administrator', organisationCode: association.code },
}

export interface DemoPerson {
  account: string
  personId: number
  name: string
  role: Role
  organisationName: string
}

/** One made-up person for each role; nobody else can be logged in as. */
export async function listDemoPeople(db: Kysely<Database>): Promise<DemoPerson[]> {
  const wanted = Object.entries(demoAccounts)
  const { rows } = await sql<{
    personId: number
    name: string
    role: Role
    code: string
    organisationName: string
  }>`
    select distinct on (a.organisation_code, a.role)
      p.id as "personId", p.name, a.role, a.organisation_code as code, o.name as "organisationName"
    from appointment a join person p on p.id = a.person_id join organisation o on o.code = a.organisation_code
    where p.made_up and p.erased_at is null and a.until is null
      and a.role = any(${wanted.map(([, { role }]) => role)})
      and a.organisation_code = any(${wanted.map(([, { organisationCode }]) => organisationCode)})
    order by a.organisation_code, a.role, a.id`.execute(db)
  return wanted.flatMap(([account, { role, organisationCode }]) => {
    const found = rows.find((row) => row.role === role && row.code === organisationCode)
    return found ? [{ account, ...found }] : []
  })
}
