import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What one published example is sorted by, as far as the example itself says. */
export interface ExampleTies {
  id: number
  organisation: string
  figure: string[]
  subject: string[]
  criterion: string[]
  sdg: string[]
}

/** The ties of every published example. */
export async function listTiesOfExamples(db: Kysely<Database>): Promise<ExampleTies[]> {
  const { rows } = await sql<ExampleTies>`
    select e.id, e.organisation_code as organisation, e.criteria::text[] as criterion, e.sdgs::text[] as sdg,
      array(select f.key_figure_id from good_example_figure f where f.example_id = e.id) as figure,
      array(select s.subject_id from good_example_subject s where s.example_id = e.id) as subject
    from good_example e where e.state = 'published' and e.hidden_at is null order by e.id`.execute(db)
  return rows
}
