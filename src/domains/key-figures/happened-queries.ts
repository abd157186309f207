import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'

/** New values of one day: of an organisation in some figures, or of a figure for some organisations. */
export interface NewValues {
  at: Date
  /** The organisation's code or the figure's id. */
  of: string
  /** The other side: which figures, or which organisations. */
  in: string[]
  madeUp: boolean
}

/**
 * Values that became known since a moment of years that had none before, gathered day by day: by organisation for
 * some organisations, or by figure for some figures. A real value in the place of a made-up one is new.
 */
export async function listNewValues(
  db: Kysely<Database>,
  by: 'organisation' | 'figure',
  ids: string[],
  { since, until }: { since: Date; until: Date },
): Promise<NewValues[]> {
  if (ids.length === 0) return []
  const [of, other] =
    by === 'organisation'
      ? [sql`v.organisation_code`, sql`v.key_figure_id`]
      : [sql`v.key_figure_id`, sql`v.organisation_code`]
  const { rows } = await sql<NewValues>`
    select max(v.known_from) as at, ${of} as of, array_agg(distinct ${other} order by ${other}) as in,
      bool_or(v.basis = 'made-up') as "madeUp"
    from key_figure_value v
    where v.known_from >= ${since} and v.known_from <= ${until} and v.value is not null
      and ${of} = any(${ids})
      and not exists (select from key_figure_value b where b.key_figure_id = v.key_figure_id
        and b.organisation_code = v.organisation_code and b.year = v.year and b.known_from < v.known_from
        and b.value is not null and (b.basis <> 'made-up' or v.basis = 'made-up'))
    group by ${of}, (v.known_from at time zone ${localZone})::date
    order by at desc limit 100`.execute(db)
  return rows
}
