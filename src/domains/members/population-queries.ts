import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { PopulationBasis } from './tables.ts'

/** A population that an import has changed. */
export interface PopulationChange {
  code: string
  year: number
  before: number | null
  after: number
  /** Also when only its basis or its source became another one. */
  kind: 'added' | 'corrected' | 'confirmed'
}

/**
 * Takes in how many lived where on 31 December, over what was known before: populations are the official ones of
 * today, without history. Gives every change.
 */
export async function savePopulations(
  trx: Transaction<Database>,
  populations: { code: string; year: number; inhabitants: number }[],
  { basis, sourceId }: { basis: PopulationBasis; sourceId: string },
): Promise<PopulationChange[]> {
  const { rows } = await sql<PopulationChange>`
    with changed as (
      select g.code, g.year, p.inhabitants as before, g.inhabitants as after,
        case when p.organisation_code is null then 'added' when p.inhabitants <> g.inhabitants then 'corrected'
          else 'confirmed' end as kind
      from jsonb_to_recordset(${JSON.stringify(populations)}::jsonb) as g (code text, year integer, inhabitants integer)
      left join population p on p.organisation_code = g.code and p.year = g.year
      where (p.inhabitants, p.basis, p.source_id) is distinct from (g.inhabitants, ${basis}::text, ${sourceId}::text)
    ), written as (
      insert into population (organisation_code, year, inhabitants, basis, source_id)
      select code, year, after, ${basis}, ${sourceId} from changed
      on conflict (organisation_code, year) do update
        set inhabitants = excluded.inhabitants, basis = excluded.basis, source_id = excluded.source_id
    )
    select code, year, before, after, kind from changed order by code, year`.execute(trx)
  return rows
}
