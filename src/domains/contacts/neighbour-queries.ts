import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Holders of the same role in five other members, those of the same county and of like size first. */
export async function listNeighbours(
  db: Kysely<Database>,
  organisationCode: string,
  role: string,
  today: string,
): Promise<{ personId: number; name: string; organisation: string }[]> {
  const { rows } = await sql<{ personId: number; name: string; organisation: string }>`
    with size as (select distinct on (organisation_code) organisation_code, inhabitants from population
      order by organisation_code, year desc)
    select p.id as "personId", p.name, o.name as organisation
    from appointment a join person p on p.id = a.person_id and p.erased_at is null
    join contact_card c on c.person_id = p.id and c.shown_to <> 'nobody'
    join organisation o on o.code = a.organisation_code
    join membership m on m.organisation_code = o.code and m.since <= ${today} and (m.until is null or m.until > ${today})
    join organisation mine on mine.code = ${organisationCode}
    left join size their_size on their_size.organisation_code = o.code
    left join size my_size on my_size.organisation_code = mine.code
    where a.role = ${role} and o.code <> mine.code and o.kind = mine.kind
      and a.since <= ${today} and (a.until is null or a.until > ${today})
    order by o.county_code is distinct from mine.county_code,
      abs(ln(their_size.inhabitants::float8) - ln(my_size.inhabitants::float8)), o.code
    limit 5`.execute(db)
  return rows
}
