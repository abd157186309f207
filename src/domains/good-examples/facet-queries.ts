import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

export type FacetName = 'figure' | 'criterion' | 'sdg' | 'county' | 'group' | 'organisation'

/** How many published examples have each value of each facet. */
export async function countFacets(
  db: Kysely<Database>,
): Promise<{ facet: FacetName; value: string; count: number }[]> {
  const { rows } = await sql<{ facet: FacetName; value: string; count: number }>`
    with e as materialized (
      select e.id, e.criteria, e.sdgs, o.code, o.county_code, o.group_code
      from good_example e join organisation o on o.code = e.organisation_code
      where e.state = 'published' and e.hidden_at is null)
    select facet, value, count(*)::int as count from (
      select 'figure' as facet, f.key_figure_id as value from e join good_example_figure f on f.example_id = e.id
      union all select 'criterion', c::text from e, unnest(e.criteria) as c
      union all select 'sdg', s::text from e, unnest(e.sdgs) as s
      union all select 'county', e.county_code from e where e.county_code is not null
      union all select 'group', e.group_code from e where e.group_code is not null
      union all select 'organisation', e.code from e) as values
    group by facet, value order by facet, value`.execute(db)
  return rows
}
