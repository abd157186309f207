import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { FacetValues } from './rules/facets.ts'

/** A response that was sent, as far as the archive sorts it. */
export interface Archived {
  id: number
  values: FacetValues
}

/** Everything sent whose text holds the words, the best first; all of it, the latest first, without words. */
export async function listArchive(db: Kysely<Database>, words: string): Promise<Archived[]> {
  const query = sql`websearch_to_tsquery('swedish', ${words})`
  const found = sql`(setweight(to_tsvector('swedish', concat_ws(' ', m.title, m.counterpart, m.reference)), 'A')
    || setweight(to_tsvector('swedish', m.summary), 'B') || s.search)`
  const { rows } = await sql<{
    id: number
    kind: string
    year: string
    counterpart: string
    outcomes: string[]
  }>`
    select m.id, m.kind, extract(year from s.sent_at at time zone ${localZone})::text as year, m.counterpart,
      array(select distinct d.outcome from advocacy_demand d where d.matter_id = m.id order by 1) as outcomes
    from advocacy_sent s join advocacy_matter m on m.id = s.matter_id
    where ${words} = '' or ${found} @@ ${query}
    order by case when ${words} <> '' then ts_rank(${found}, ${query}) end desc nulls last, s.sent_at desc, m.id desc`.execute(
    db,
  )
  return rows.map(({ id, kind, year, counterpart, outcomes }) => ({
    id,
    values: { kind: [kind], year: [year], counterpart: [counterpart], outcome: outcomes },
  }))
}
