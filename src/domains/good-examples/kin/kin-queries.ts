import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Told } from '../queries.ts'

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

/** Says that an example was learned from another one. False when that is said already, or the other way round. */
export async function insertKin(
  trx: Transaction<Database>,
  { id, after, by }: { id: number; after: number; by: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into good_example_kin (example_id, after_id, said_by)
    select ${id}::bigint, ${after}::bigint, ${by}::bigint
    where ${id}::bigint <> ${after}::bigint and exists (select from good_example where id = ${after} and state = 'published')
      and not exists (
        with recursive before (id) as (
          select ${after}::bigint
          union select k.after_id from before b join good_example_kin k on k.example_id = b.id)
        select from before where id = ${id})
    on conflict do nothing`.execute(trx)
  return numAffectedRows === 1n
}

/** Takes back that an example was learned from another one. */
export async function deleteKin(trx: Transaction<Database>, id: number, after: number): Promise<void> {
  await trx
    .deleteFrom('good_example_kin')
    .where('example_id', '=', id)
    .where('after_id', '=', after)
    .execute()
}

/** What one example is told to be learned from, as its writers see it: also from what is hidden. */
export async function listLearnedFrom(
  db: Kysely<Database>,
  id: number,
): Promise<{ id: number; title: Told; organisation: string; year: number | null }[]> {
  const { rows } = await sql<{ id: number; title: Told; organisation: string; year: number | null }>`
    select e.id, json_build_object(
        'sv', (select t.title from good_example_text t where t.example_id = e.id and t.language = 'sv'),
        'en', (select t.title from good_example_text t where t.example_id = e.id and t.language = 'en')) as title,
      o.name as organisation, e.year
    from good_example_kin k join good_example e on e.id = k.after_id
    join organisation o on o.code = e.organisation_code
    where k.example_id = ${id} and e.state = 'published' order by e.year, e.id`.execute(db)
  return rows
}

/** Every tie within a family: who learned from whom, both published and shown. */
export async function listTies(
  db: Kysely<Database>,
  exampleIds: number[],
): Promise<{ exampleId: number; afterId: number }[]> {
  return db
    .selectFrom('good_example_kin')
    .where('example_id', 'in', exampleIds)
    .where('after_id', 'in', exampleIds)
    .select(['example_id as exampleId', 'after_id as afterId'])
    .orderBy('example_id')
    .execute()
}
