import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Comparable, type Pair, pairsIn, rarestFirst, reasons, roomsOf } from './rules/likely-doubles.ts'

/** Two records that may be one person, and why. */
export interface LikelyDouble {
  a: { id: number; name: string; email: string | null; roles: string[] }
  b: { id: number; name: string; email: string | null; roles: string[] }
  reason: Pair['reason']
}

/** Some of the pairs. */
export interface DoublesPart {
  pairs: LikelyDouble[]
  /** From 1. */
  page: number
  pages: number
  total: number
  /** Whether there may be more than the total. */
  more: boolean
}

const onPage = 50

/** More pairs are not looked for: a register with so many needs another remedy than pair after pair. */
const most = 5000

/** How long everybody else waits at most while pairs are looked for, in milliseconds. */
const longestMs = 20

/**
 * Pairs that look like one person, the surest first: the same name or nearly the same in one organisation (0.6 of the
 * trigrams), or somewhat the same name (0.3) with the same address before the @. Pairs that somebody has called two
 * people are left out.
 */
async function listPairs(db: Kysely<Database>): Promise<Pair[]> {
  const [people, distinct] = await Promise.all([listComparable(db), listDistinct(db)])
  const found = new Map<string, Pair>()
  let rested = performance.now()
  for (const room of roomsOf(rarestFirst(people))) {
    for (const pair of pairsIn(room)) {
      const key = `${pair.a} ${pair.b}`
      if (!distinct.has(key)) found.set(key, pair)
      if (found.size >= most) break
    }
    if (found.size >= most) break
    if (performance.now() - rested > longestMs) {
      await setImmediate()
      rested = performance.now()
    }
  }
  const rank = ({ reason }: Pair) => reasons.indexOf(reason)
  return [...found.values()].sort((p, q) => rank(p) - rank(q) || p.a - q.a || p.b - q.b)
}

async function listComparable(db: Kysely<Database>): Promise<Comparable[]> {
  const { rows } = await sql<Comparable>`
    select p.id, lower(p.name) as name, to_json(show_trgm(p.name)) as parts, split_part(lower(p.email), '@', 1) as local,
      coalesce(a.places, '[]') as places
    from person p left join (
      select person_id, json_agg(distinct organisation_code) as places from appointment group by person_id
    ) a on a.person_id = p.id
    where p.erased_at is null`.execute(db)
  return rows
}

async function listDistinct(db: Kysely<Database>): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    select person_a || ' ' || person_b as pair from distinct_people`.execute(db)
  return new Set(rows.map(({ pair }) => pair))
}

/** A page of the pairs that may be doubles, with what tells the records apart; the last one when there are not so many. */
export async function listLikelyDoubles(db: Kysely<Database>, asked: number): Promise<DoublesPart> {
  const all = await listPairs(db)
  const pages = Math.ceil(all.length / onPage)
  const page = Math.max(1, Math.min(asked, pages))
  const shown = all.slice((page - 1) * onPage, page * onPage)
  const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))]
  const { rows } = await sql<LikelyDouble['a']>`
    select p.id, p.name, p.email, coalesce((select array_agg(distinct o.name) from appointment a
      join organisation o on o.code = a.organisation_code where a.person_id = p.id), '{}') as roles
    from person p where p.id = any(${ids})`.execute(db)
  const people = new Map(rows.map((row) => [row.id, row]))
  const pairs = shown.flatMap(({ a, b, reason }) => {
    const [one, other] = [people.get(a), people.get(b)]
    return one && other ? [{ a: one, b: other, reason }] : []
  })
  return { pairs, page, pages, total: all.length, more: all.length >= most }
}

/** How many pairs may be doubles, 5,000 at most. */
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
