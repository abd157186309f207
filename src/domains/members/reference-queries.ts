import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import type { readOrganisations } from './reference.ts'

type Organisations = ReturnType<typeof readOrganisations>

/** The association whose database this is; undefined in a new one. */
export function findAssociation(db: Kysely<Database>): Promise<{ code: string; name: string } | undefined> {
  return db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .where('kind', '=', 'association')
    .executeTakeFirst()
}

/** Writes the facts about organisations; what is there already is brought up to date, but imports are left alone. */
export async function saveOrganisations(trx: Transaction<Database>, facts: Organisations): Promise<void> {
  const json = (rows: object[]) => sql`${JSON.stringify(rows)}::jsonb`
  await sql`
    insert into source select * from jsonb_populate_recordset(null::source, ${json(facts.sources)})
    on conflict (id) do update set (title_sv, title_en, publisher, licence_sv, licence_en, address, retrieved_on,
      covers_sv, covers_en) = row (excluded.title_sv, excluded.title_en, excluded.publisher, excluded.licence_sv,
      excluded.licence_en, excluded.address, excluded.retrieved_on, excluded.covers_sv, excluded.covers_en)`.execute(
    trx,
  )
  await sql`
    insert into county select * from jsonb_populate_recordset(null::county, ${json(facts.counties)})
    on conflict (code) do update set name = excluded.name`.execute(trx)
  await sql`
    insert into municipality_group
    select * from jsonb_populate_recordset(null::municipality_group, ${json(facts.groups)})
    on conflict (code) do update set name_sv = excluded.name_sv, name_en = excluded.name_en`.execute(trx)
  await sql`
    insert into organisation (code, kind, name, county_code, group_code, land_area_km2, latitude, longitude)
    select code, 'municipality', name, county, "group", land_area_km2, latitude, longitude
    from jsonb_to_recordset(${json(facts.municipalities)}) as f (code text, name text, county text, "group" text,
      land_area_km2 float8, latitude float8, longitude float8)
    union all
    select r.code, 'region', r.name, r.county, null, sum(m.land_area_km2), null, null
    from jsonb_to_recordset(${json(facts.regions)}) as r (code text, name text, county text)
    join jsonb_to_recordset(${json(facts.municipalities)}) as m (county text, land_area_km2 float8) using (county)
    group by r.code, r.name, r.county
    union all
    select ${association.code}, 'association', ${association.name[localeOf(firstLanguage).language]}, null, null, null, null, null
    on conflict (code) do update set (name, county_code, group_code, land_area_km2, latitude, longitude) =
      row (excluded.name, excluded.county_code, excluded.group_code, excluded.land_area_km2, excluded.latitude,
      excluded.longitude)`.execute(trx)
  // Everything that follows is checked against its organisation; unmeasured, each check reads the whole table.
  await sql`analyze organisation`.execute(trx)
  await sql`
    with given as (
      select * from jsonb_to_recordset(${json(facts.populations)})
        as f (code text, year integer, inhabitants integer, basis text)
    )
    insert into population (organisation_code, year, inhabitants, basis, source_id)
    select code, year, inhabitants, basis, ${association.country.population_source} from given
    union all
    select r.code, g.year, sum(g.inhabitants), case when min(g.basis) = 'published' then 'derived' else min(g.basis) end,
      ${association.country.population_source}
    from given g
    join organisation m on m.code = g.code
    join organisation r on r.kind = 'region' and r.county_code = m.county_code
    where m.kind = 'municipality' and r.code not in (select code from given)
    group by r.code, g.year
    on conflict (organisation_code, year) do update set inhabitants = excluded.inhabitants, basis = excluded.basis
    where population.source_id = excluded.source_id`.execute(trx)
  await sql`
    insert into cartogram_circle (organisation_code, x, y, radius)
    select code, x, y, radius from jsonb_to_recordset(${json(facts.circles)})
      as f (code text, x float8, y float8, radius float8)
    on conflict (organisation_code) do update set x = excluded.x, y = excluded.y, radius = excluded.radius`.execute(
    trx,
  )
}
