import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { statusOn } from './rules/membership.ts'
import { gapsIn, type ProfileFacts } from './rules/profile.ts'
import type { RegisterRow } from './rules/register.ts'
import type { MembershipKind } from './rules.ts'
import type { OrganisationKind } from './tables.ts'

interface Read extends ProfileFacts {
  code: string
  name: string
  kind: OrganisationKind
  countyCode: string | null
  countyName: string | null
  periods: {
    since: string
    until: string | null
    kind: MembershipKind
    noticeGivenOn: string | null
    madeUp: boolean
  }[]
  holders: { role: string; name: string }[]
}

/** The organisations with some codes as the register shows them on a day, in Swedish order. */
export async function listRegister(
  db: Kysely<Database>,
  codes: string[],
  today: string,
): Promise<RegisterRow[]> {
  const { rows } = await sql<Read>`
    with periods as (
      select organisation_code, json_agg(json_build_object('since', since, 'until', until, 'kind', kind,
        'noticeGivenOn', notice_given_on, 'madeUp', made_up) order by since) as list
      from membership where organisation_code = any(${codes}) group by organisation_code
    ), holders as (
      select a.organisation_code, json_agg(json_build_object('role', a.role, 'name', p.name) order by p.name) as list
      from appointment a join person p on p.id = a.person_id
      where a.organisation_code = any(${codes}) and a.since <= ${today} and (a.until is null or a.until > ${today})
        and a.role in ('contact-politician', 'contact-official', 'delegate', 'reporter', 'invoice-recipient')
      group by a.organisation_code
    )
    select o.code, o.name, o.kind, o.county_code as "countyCode", c.name as "countyName",
      p.organisation_number as "organisationNumber", coalesce(p.address, '') as address, coalesce(p.email, '') as email,
      coalesce(p.einvoice_address, '') as "einvoiceAddress", coalesce(p.website, '') as website,
      coalesce(p.presentation_sv, '') as "presentationSv", coalesce(p.programme_title, '') as "programmeTitle",
      (p.logo is not null or p.logo_sha256 is not null) as "hasLogo", coalesce(m.list, '[]') as periods, coalesce(h.list, '[]') as holders
    from organisation o
    left join county c on c.code = o.county_code
    left join organisation_profile p on p.organisation_code = o.code
    left join periods m on m.organisation_code = o.code
    left join holders h on h.organisation_code = o.code
    where o.code = any(${codes}) and o.kind <> 'association'
    order by o.name collate "sv-SE-x-icu", o.code`.execute(db)
  return rows.map(({ periods, ...row }) => {
    const shown = periods.find(({ until }) => until === null || until > today) ?? periods.at(-1)
    return {
      code: row.code,
      name: row.name,
      kind: row.kind,
      countyCode: row.countyCode,
      countyName: row.countyName,
      organisationNumber: row.organisationNumber,
      status: statusOn(periods, today),
      since: shown?.since ?? null,
      until: shown?.until ?? null,
      noticeGivenOn: shown?.noticeGivenOn ?? null,
      holders: row.holders,
      gaps: gapsIn(row).length,
      madeUp: shown?.madeUp ?? false,
    }
  })
}

export function listCounties(db: Kysely<Database>): Promise<{ code: string; name: string }[]> {
  return db.selectFrom('county').select(['code', 'name']).orderBy(sql`name collate "sv-SE-x-icu"`).execute()
}

/** The name and kind of an organisation of any kind. */
export function findOrganisationHead(
  db: Kysely<Database>,
  code: string,
): Promise<{ code: string; name: string; kind: OrganisationKind } | undefined> {
  return db
    .selectFrom('organisation')
    .where('code', '=', code)
    .select(['code', 'name', 'kind'])
    .executeTakeFirst()
}

/** Every organisation's code and name, for lists to choose from; nobody when there are more than a list is good for. */
export async function listOrganisationNames(
  db: Kysely<Database>,
  most: number,
): Promise<{ code: string; name: string }[]> {
  const found = await db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .orderBy(sql`name collate "sv-SE-x-icu"`)
    .limit(most + 1)
    .execute()
  return found.length > most ? [] : found
}
