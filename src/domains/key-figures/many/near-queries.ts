import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Candidate, type Spread, spreadOf } from '../rules/similar.ts'

/** Computes the standard deviations anew where a population or an area has changed. */
export async function refreshSpreads(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ kind: string }>`
    select distinct p.kind from similarity_place p
    left join similarity_spread s on s.kind = p.kind and not s.stale where s.kind is null`.execute(db)
  for (const { kind } of rows) {
    const spread = await measureSpread(db, kind)
    await db
      .insertInto('similarity_spread')
      .values({ kind, ...spread, stale: false })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ ...spread, stale: false }))
      .execute()
  }
}

async function measureSpread(db: Kysely<Database>, kind: string): Promise<Spread> {
  const { rows } = await sql<{ all: Candidate[] | null }>`
    select json_agg(${candidate}) as all from ${sized} where kind = ${kind}`.execute(db)
  return spreadOf(rows[0]?.all ?? [])
}

/** Organisations of known size, each with its latest population. */
const sized = sql`(
  select p.organisation_code as code, p.kind, p.place, o.group_code, o.land_area_km2, l.inhabitants
  from similarity_place p
  join organisation o on o.code = p.organisation_code
  cross join lateral (
    select inhabitants from population where organisation_code = p.organisation_code order by year desc limit 1) l
) sized`

const candidate = sql`json_build_object('code', code, 'population', inhabitants, 'landAreaKm2', land_area_km2,
  'groupCode', group_code)`

/** How much the places of a kind differ; measured at once where it has not been yet. */
export async function findSpread(db: Kysely<Database>, kind: string): Promise<Spread> {
  const known = await db
    .selectFrom('similarity_spread')
    .select(['population', 'density'])
    .where('kind', '=', kind)
    .executeTakeFirst()
  return known ?? measureSpread(db, kind)
}

/** The organisation of a code as others are compared with it; undefined where its size is not known. */
export async function findCandidate(
  db: Kysely<Database>,
  code: string,
): Promise<(Candidate & { kind: string }) | undefined> {
  const { rows } = await sql<Candidate & { kind: string }>`
    select code, kind, inhabitants as population, land_area_km2 as "landAreaKm2", group_code as "groupCode"
    from ${sized} where code = ${code}`.execute(db)
  return rows[0]
}

/** Those of the same kind whose population and density differ by no more than so many standard deviations. */
export async function listCandidates(
  db: Kysely<Database>,
  mine: Candidate & { kind: string },
  spread: Spread,
  within: number,
): Promise<Candidate[]> {
  const [x, y] = [Math.log10(mine.population), Math.log10(mine.population / mine.landAreaKm2)]
  // A little more than asked: logarithms of the database and of the program need not agree in the last digit.
  const [dx, dy] = [spread.population * within + 1e-9, spread.density * within + 1e-9]
  const { rows } = await sql<{ all: Candidate[] | null }>`
    select json_agg(${candidate}) as all
    from ${sized}
    where place <@ box(point(${x - dx}::float8, ${y - dy}::float8), point(${x + dx}::float8, ${y + dy}::float8))
      and kind = ${mine.kind}`.execute(db)
  return rows[0]?.all ?? []
}
