import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { inFinnish } from './names.fi.ts'
import type { MembershipPeriod, Organisation } from './rules.ts'
import type { PopulationBasis } from './tables.ts'

/** Every municipality and region with its facts, population by year and membership periods. */
export async function listOrganisations(db: Kysely<Database>): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisation as o')
    .leftJoin('county as c', 'c.code', 'o.county_code')
    .leftJoin('municipality_group as g', 'g.code', 'o.group_code')
    .leftJoin('cartogram_circle as m', 'm.organisation_code', 'o.code')
    .where('o.kind', 'in', ['municipality', 'region'])
    .select([
      'o.code',
      'o.kind',
      'o.name',
      'o.county_code as countyCode',
      'c.name as countyName',
      'o.group_code as groupCode',
      'g.name_sv as groupSv',
      'g.name_en as groupEn',
      'o.land_area_km2 as landAreaKm2',
      'm.x',
      'm.y',
      'm.radius',
    ])
    .select([
      sql<[number, number, PopulationBasis][]>`(
        select coalesce(json_agg(json_build_array(p.year, p.inhabitants, p.basis) order by p.year), '[]')
        from population p where p.organisation_code = o.code)`.as('populations'),
      sql<MembershipPeriod[]>`(
        select coalesce(json_agg(json_build_object('since', s.since, 'until', s.until, 'kind', s.kind,
          'decision', s.decision, 'madeUp', s.made_up) order by s.since), '[]')
        from membership s where s.organisation_code = o.code)`.as('memberships'),
    ])
    .orderBy(sql`o.name collate "sv-SE-x-icu"`)
    .execute()

  return rows.map((row) => ({
    code: row.code,
    kind: row.kind === 'region' ? 'region' : 'municipality',
    name: row.name,
    countyCode: row.countyCode ?? '',
    countyName: row.countyName ?? '',
    groupCode: row.groupCode,
    groupName: row.groupSv && row.groupEn ? named(row.groupSv, row.groupEn) : null,
    landAreaKm2: row.landAreaKm2,
    populations: row.populations.map(([year, inhabitants, basis]) => ({ year, inhabitants, basis })),
    memberships: row.memberships,
    circle:
      row.x !== null && row.y !== null && row.radius !== null
        ? { x: row.x, y: row.y, radius: row.radius }
        : null,
  }))
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
