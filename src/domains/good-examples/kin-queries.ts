import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A published example of a family: who did it, and in which year. */
export interface Kin {
  exampleId: number
  organisationCode: string
  year: number
}

/** An example and all that are tied to it, over any number of steps in either direction; no draft ties others. */
const family = (exampleId: number) => sql`recursive family (id) as (
  select ${exampleId}::bigint
  union
  select n.id from family f
  join good_example_kin k on f.id in (k.example_id, k.after_id)
  join good_example n on n.id in (k.example_id, k.after_id) and n.state = 'published')`

/**
 * Everybody who did the same: all published examples that are tied to this one by "we did this too", the example
 * itself among them. The first to do it come first.
 */
export async function listKin(db: Kysely<Database>, exampleId: number): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    with ${family(exampleId)}
    select e.id as "exampleId", e.organisation_code as "organisationCode", e.year
    from family f join good_example e on e.id = f.id
    where e.state = 'published' and e.hidden_at is null
    order by e.year, e.id`.execute(db)
  return rows
}
