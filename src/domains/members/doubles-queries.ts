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
    with pairs as (
      select a.person_id as a, b.person_id as b from appointment a
      join appointment b on b.organisation_code = a.organisation_code and b.person_id > a.person_id
      union
      select a.id, b.id from person a join person b
        on split_part(lower(a.email), '@', 1) = split_part(lower(b.email), '@', 1) and b.id > a.id
    ), judged as (
      select x.a, x.b, case
          when lower(p.name) = lower(q.name) then 'same-name'
          when similarity(p.name, q.name) >= 0.6 then 'similar-name'
          when split_part(lower(p.email), '@', 1) = split_part(lower(q.email), '@', 1)
            and similarity(p.name, q.name) >= 0.3 then 'same-local-part'
        end as reason
      from pairs x
      join person p on p.id = x.a and p.erased_at is null
      join person q on q.id = x.b and q.erased_at is null
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
