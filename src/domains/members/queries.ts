import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { inFinnish } from './names.fi.ts'
import type { MembershipPeriod, Organisation } from './rules.ts'
import type { PopulationBasis } from './tables.ts'

interface Row {
  code: string
  kind: 'municipality' | 'region'
  name: string
  countyCode: string | null
  countyName: string | null
  groupCode: string | null
  groupSv: string | null
  groupEn: string | null
  landAreaKm2: number | null
  x: number | null
  y: number | null
  radius: number | null
  populations: [number, number, PopulationBasis][] | null
  memberships: MembershipPeriod[] | null
}

/**
 * Every municipality and region with its facts, population by year and membership periods, in Swedish alphabetical
 * order; or those with some codes only.
 */
export async function listOrganisations(db: Kysely<Database>, codes?: string[]): Promise<Organisation[]> {
  const ofThem = codes === undefined ? sql`` : sql`where organisation_code = any(${codes})`
  // Gathered for all at once: a look into each one's index costs twenty seconds for a hundred thousand.
  const { rows } = await sql<Row>`
    select o.code, o.kind, o.name, o.county_code as "countyCode", c.name as "countyName",
      o.group_code as "groupCode", g.name_sv as "groupSv", g.name_en as "groupEn",
      o.land_area_km2 as "landAreaKm2", m.x, m.y, m.radius, p.populations, s.memberships
    from organisation o
    left join county c on c.code = o.county_code
    left join municipality_group g on g.code = o.group_code
    left join cartogram_circle m on m.organisation_code = o.code
    left join (
      select organisation_code, json_agg(json_build_array(year, inhabitants, basis) order by year) as populations
      from population ${ofThem} group by organisation_code) p on p.organisation_code = o.code
    left join (
      select organisation_code, json_agg(json_build_object('since', since, 'until', until, 'kind', kind,
        'decision', decision, 'madeUp', made_up) order by since) as memberships
      from membership ${ofThem} group by organisation_code) s on s.organisation_code = o.code
    where o.kind in ('municipality', 'region') ${codes === undefined ? sql`` : sql`and o.code = any(${codes})`}
    order by o.name collate "sv-SE-x-icu"`.execute(db)

  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    name: row.name,
    countyCode: row.countyCode ?? '',
    countyName: row.countyName ?? '',
    groupCode: row.groupCode,
    groupName: row.groupSv && row.groupEn ? named(row.groupSv, row.groupEn) : null,
    landAreaKm2: row.landAreaKm2,
    populations: (row.populations ?? []).map(([year, inhabitants, basis]) => ({ year, inhabitants, basis })),
    memberships: row.memberships ?? [],
    circle:
      row.x !== null && row.y !== null && row.radius !== null
        ? { x: row.x, y: row.y, radius: row.radius }
        : null,
  }))
}

/** Codes of municipalities and regions whose name or code may fit what was typed, so many for each at most. */
export async function listCodesLike(db: Kysely<Database>, typed: string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select found.code from unnest(${typed}::text[]) as t (wanted)
    cross join lateral (
      select o.code from organisation o
      where o.kind in ('municipality', 'region')
        and (o.code = t.wanted or position(t.wanted in lower(o.name)) > 0)
      order by o.code <> t.wanted, lower(o.name) <> t.wanted, position(t.wanted in lower(o.name)), o.name
      limit ${most}::int) found`.execute(db)
  return rows.map(({ code }) => code)
}

/** Codes that are those of municipalities or regions. */
export async function listKnownCodes(db: Kysely<Database>, codes: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .where('kind', 'in', ['municipality', 'region'])
    .where('code', '=', sql<string>`any(${codes})`)
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Whether there are more municipalities and regions than so many. */
export async function hasMoreOrganisations(db: Kysely<Database>, most: number): Promise<boolean> {
  const { rows } = await sql<{ more: boolean }>`
    select count(*) > ${most}::int as more
    from (select from organisation where kind in ('municipality', 'region') limit ${most}::int + 1) o`.execute(
    db,
  )
  return rows[0]?.more ?? false
}

/** A stretch of all organisations by name, municipalities first, and how many there are. */
export async function listPageOfCodes(
  db: Kysely<Database>,
  { skip, most, membersOn }: { skip: number; most: number; membersOn: string | null },
): Promise<{ codes: string[]; count: number }> {
  const wanted = sql`organisation o where o.kind in ('municipality', 'region') and (${membersOn}::date is null or exists (
    select from membership m where m.organisation_code = o.code and m.kind = 'full' and m.since <= ${membersOn}::date
      and (m.until is null or m.until > ${membersOn}::date)))`
  const [page, counted] = await Promise.all([
    sql<{ code: string }>`
      select o.code from ${wanted} order by o.kind, o.name collate "sv-SE-x-icu", o.code
      offset ${skip}::int limit ${most}::int`.execute(db),
    sql<{ count: number }>`select count(*)::int as count from ${wanted}`.execute(db),
  ])
  return { codes: page.rows.map(({ code }) => code), count: counted.rows[0]?.count ?? 0 }
}

/** How many are full members on a day, and how many people live in municipalities. */
export interface MemberCounts {
  municipalities: number
  regions: number
  inhabitants: number
  inhabitantsOfAll: number
  madeUp: boolean
}

/**
 * Counts members and inhabitants in the database, without reading the organisations. Populations are read backwards,
 * as their key lies, so that nothing is sorted.
 */
export async function countMembers(db: Kysely<Database>, day: string): Promise<MemberCounts> {
  const { rows } = await sql<MemberCounts>`
    select count(*) filter (where m.code is not null and o.kind = 'municipality')::int as municipalities,
      count(*) filter (where m.code is not null and o.kind = 'region')::int as regions,
      coalesce(sum(p.inhabitants) filter (where m.code is not null and o.kind = 'municipality'), 0)::int8 as inhabitants,
      coalesce(sum(p.inhabitants) filter (where o.kind = 'municipality'), 0)::int8 as "inhabitantsOfAll",
      coalesce(bool_or(m.made_up), false) as "madeUp"
    from organisation o
    left join (
      select distinct on (organisation_code) organisation_code as code, inhabitants
      from population order by organisation_code desc, year desc) p using (code)
    left join (
      select organisation_code as code, bool_or(made_up) as made_up from membership group by 1
      having bool_or(kind = 'full' and since <= ${day}::date and (until is null or until > ${day}::date))) m using (code)
    where o.kind in ('municipality', 'region')`.execute(db)
  return rows[0] ?? { municipalities: 0, regions: 0, inhabitants: 0, inhabitantsOfAll: 0, madeUp: false }
}

/** The name of a group of municipalities, in Finnish too where it is known. */
function named(sv: string, en: string): NonNullable<Organisation['groupName']> {
  const fi = inFinnish[sv]
  return fi === undefined ? { sv, en } : { sv, en, fi }
}

export interface Appointed {
  name: string
  role: Role
  title: { sv: string; en: string }
  homeName: string | null
  madeUp: boolean
}

/** Who holds a role in the association on a day (`YYYY-MM-DD`). */
export async function listAppointed(db: Kysely<Database>, day: string): Promise<Appointed[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('organisation as o', 'o.code', 'a.organisation_code')
    .leftJoin('organisation as h', 'h.code', 'a.home_organisation_code')
    .where('o.kind', '=', 'association')
    .where('a.since', '<=', day)
    .where((eb) => eb.or([eb('a.until', 'is', null), eb('a.until', '>', day)]))
    .select(['p.name', 'p.made_up as madeUp', 'a.role', 'a.title_sv', 'a.title_en', 'h.name as homeName'])
    .orderBy('a.ordinal')
    .orderBy('a.id')
    .execute()
  return rows.map(({ title_sv, title_en, ...row }) => ({ ...row, title: { sv: title_sv, en: title_en } }))
}

export interface Source {
  id: string
  title: { sv: string; en: string }
  publisher: string
  licence: { sv: string; en: string }
  address: string | null
  retrievedOn: string
  covers: { sv: string; en: string }
}

/** Where the facts come from. */
export async function listSources(db: Kysely<Database>): Promise<Source[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('title_sv').execute()
  return rows.map((row) => ({
    id: row.id,
    title: { sv: row.title_sv, en: row.title_en },
    publisher: row.publisher,
    licence: { sv: row.licence_sv, en: row.licence_en },
    address: row.address,
    retrievedOn: row.retrieved_on,
    covers: { sv: row.covers_sv, en: row.covers_en },
  }))
}
