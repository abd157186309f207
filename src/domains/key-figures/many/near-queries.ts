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

/**
 * The organisation of a code as others are compared with it, and how much the places of its kind differ: measured at
 * once where it has not been yet. Undefined where its size is not known.
 */
export async function findCandidate(
  db: Kysely<Database>,
  code: string,
): Promise<{ mine: Candidate & { kind: string }; spread: Spread } | undefined> {
  const { rows } = await sql<{ mine: Candidate & { kind: string }; spread: Spread | null }>`
    select json_build_object('code', code, 'kind', kind, 'population', inhabitants, 'landAreaKm2', land_area_km2,
      'groupCode', group_code) as mine,
      (select json_build_object('population', s.population, 'density', s.density) from similarity_spread s
        where s.kind = sized.kind) as spread
    from ${sized} where code = ${code}`.execute(db)
  const found = rows[0]
  return found && { mine: found.mine, spread: found.spread ?? (await measureSpread(db, found.mine.kind)) }
}

/**
 * Those of the same kind whose population, density and group differ by no more than so many standard deviations. Another
 * group is half of one away or further, so that a near look reads a tenth of those who live in the box.
 */
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
      and kind = ${mine.kind} and ${within < 0.5 ? sql`group_code is not distinct from ${mine.groupCode}` : sql`true`}`.execute(
    db,
  )
  return rows[0]?.all ?? []
}

/** Those of the same kind among some others, where their size is known. */
export async function listCandidatesOf(
  db: Kysely<Database>,
  kind: string,
  codes: string[],
): Promise<Candidate[]> {
  const { rows } = await sql<{ all: Candidate[] | null }>`
    select json_agg(${candidate}) as all from ${sized} where code = any(${codes}) and kind = ${kind}`.execute(
    db,
  )
  return rows[0]?.all ?? []
}
