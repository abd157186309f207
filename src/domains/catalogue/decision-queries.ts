import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { GivenDecision } from './decision-form.ts'

/** The id of a decision; one that is known already gets the link that was given last. */
export async function saveDecision(trx: Transaction<Database>, decision: GivenDecision): Promise<number> {
  const { meeting, decidedOn, paragraph, link, madeUp } = decision
  const { id } = await trx
    .insertInto('catalogue_decision')
    .values({ meeting, decided_on: decidedOn, paragraph, link, made_up: madeUp })
    .onConflict((conflict) =>
      conflict.columns(['meeting', 'decided_on', 'paragraph']).doUpdateSet({
        link: sql<string>`coalesce(nullif(excluded.link, ''), catalogue_decision.link)`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One change of the catalogue, from the log. */
export interface CatalogueChange {
  id: number
  at: Date
  by: string
  action: string
  table: string
  key: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const tables = [
  'key_figure_set',
  'key_figure',
  'key_figure_carried',
  'key_figure_break',
  'catalogue_decision',
  'own_figure',
  'own_figure_party',
]

/** What was changed in the catalogue by people, the latest first. */
export async function listChanges(db: Kysely<Database>, limit: number): Promise<CatalogueChange[]> {
  const { rows } = await sql<CatalogueChange>`
    select id, at, actor_name as by, action, table_name as "table", row_key as key, before, after from audit_entry
    where table_name = any(${tables}) and actor_id is not null order by id desc limit ${limit}`.execute(db)
  return rows
}
