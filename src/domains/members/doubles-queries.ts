import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Two records that may be one person, and why. */
export interface LikelyDouble {
  a: { id: number; name: string; email: string | null; roles: string[] }
  b: { id: number; name: string; email: string | null; roles: string[] }
  reason: 'same-name' | 'similar-name' | 'same-local-part'
}

interface Pair {
  a: number
  b: number
  reason: LikelyDouble['reason']
}

/** Most pairs that are shown at once. */
const most = 200

/**
 * Pairs that look like one person: the same name or nearly the same in one organisation (trigrams, 0.6 alike), or
 * nearly the same name with the same address before the @. Pairs that somebody has called two people are left out.
 */
async function listPairs(db: Kysely<Database>): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with people as materialized (
      select id, name, lower(name) as plain, split_part(lower(email), '@', 1) as local from person where erased_at is null
    ), places as materialized (
      select distinct organisation_code as place, person_id as id from appointment
    ), pairs as (
      select a.id as a, b.id as b from places a join places b on b.place = a.place and b.id > a.id
      union
      select a.id, b.id from people a join people b on b.local = a.local and b.id > a.id
    ), judged as (
      select x.a, x.b, case
          when p.plain = q.plain then 'same-name'
          when similarity(p.name, q.name) >= 0.6 then 'similar-name'
          when p.local = q.local and similarity(p.name, q.name) >= 0.3 then 'same-local-part'
        end as reason
      from pairs x join people p on p.id = x.a join people q on q.id = x.b
      where not exists (select from distinct_people d where d.person_a = x.a and d.person_b = x.b)
    )
    select a, b, reason from judged where reason is not null order by reason, a, b limit ${most}`.execute(db)
  return rows
}

/** Records that may be doubles, with what tells them apart. */
export async function listLikelyDoubles(db: Kysely<Database>): Promise<LikelyDouble[]> {
  const pairs = await listPairs(db)
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const { rows } = await sql<LikelyDouble['a']>`
    select p.id, p.name, p.email, coalesce((select array_agg(distinct o.name) from appointment a
      join organisation o on o.code = a.organisation_code where a.person_id = p.id), '{}') as roles
    from person p where p.id = any(${ids})`.execute(db)
  const people = new Map(rows.map((row) => [row.id, row]))
  return pairs.flatMap(({ a, b, reason }) => {
    const [one, other] = [people.get(a), people.get(b)]
    return one && other ? [{ a: one, b: other, reason }] : []
  })
}

/** How many pairs may be doubles, 200 at most. */
export async function countLikelyDoubles(db: Kysely<Database>): Promise<number> {
  return (await listPairs(db)).length
}

/** Keeps in mind that two records are two people. */
export async function callDistinct(trx: Transaction<Database>, a: number, b: number): Promise<void> {
  await trx
    .insertInto('distinct_people')
    .values({ person_a: Math.min(a, b), person_b: Math.max(a, b) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
