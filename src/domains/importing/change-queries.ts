import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AnswerMark } from '#platform/fetch/polite-client.ts'
import type { Change } from './rules/run.ts'
import type { AdapterName } from './tables.ts'

/** How many changes of an item are kept to be looked at. */
export const keptChanges = 200

/** A change with the organisation's name. */
export interface NamedChange extends Change {
  item: string
  organisationName: string
}

/** Keeps the first changes of an item; those of a try before it are gone. */
export async function saveChanges(
  trx: Kysely<Database>,
  runId: number,
  item: string,
  changes: Change[],
): Promise<void> {
  await trx.deleteFrom('import_change').where('run_id', '=', runId).where('item', '=', item).execute()
  const rows = changes.slice(0, keptChanges).map((change, i) => ({
    run_id: runId,
    item,
    ordinal: i + 1,
    key_figure_id: change.figureId,
    organisation_code: change.code,
    year: change.year,
    kind: change.kind,
    before: change.before,
    before_missing: change.beforeMissing,
    after: change.after,
    after_missing: change.afterMissing,
  }))
  if (rows.length > 0) await trx.insertInto('import_change').values(rows).execute()
}

/** The kept changes of a run, in the order of its items. */
export async function listChanges(
  db: Kysely<Database>,
  runId: number,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<NamedChange[]> {
  const { rows } = await sql<NamedChange>`
    select c.item, c.key_figure_id as "figureId", c.organisation_code as code, o.name as "organisationName", c.year, c.kind,
      c.before, c.before_missing as "beforeMissing", c.after, c.after_missing as "afterMissing"
    from import_change c
    join import_run_item i on i.run_id = c.run_id and i.item = c.item
    join organisation o on o.code = c.organisation_code
    where c.run_id = ${runId} order by i.ordinal, c.ordinal limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countKeptChanges(db: Kysely<Database>, runId: number): Promise<number> {
  const { n } = await db
    .selectFrom('import_change')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow()
  return n
}

/** What the source said of the answers that an item was made of, by their addresses. */
export async function listAnswerMarks(
  db: Kysely<Database>,
  adapter: AdapterName,
  item: string,
): Promise<Map<string, AnswerMark>> {
  const rows = await db
    .selectFrom('import_answer')
    .selectAll()
    .where('adapter', '=', adapter)
    .where('item', '=', item)
    .execute()
  return new Map(
    rows.map(({ address, etag, last_modified }) => [address, { etag, lastModified: last_modified }]),
  )
}

/** Remembers what the source said of the answers that are taken in now. */
export async function saveAnswerMarks(
  trx: Kysely<Database>,
  adapter: AdapterName,
  item: string,
  marks: Map<string, AnswerMark>,
): Promise<void> {
  const rows = [...marks]
    .filter(([, { etag, lastModified }]) => etag !== '' || lastModified !== '')
    .map(([address, { etag, lastModified }]) => ({
      adapter,
      item,
      address,
      etag,
      last_modified: lastModified,
    }))
  if (rows.length === 0) return
  await trx
    .insertInto('import_answer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['adapter', 'item', 'address']).doUpdateSet((eb) => ({
        etag: eb.ref('excluded.etag'),
        last_modified: eb.ref('excluded.last_modified'),
      })),
    )
    .execute()
}

/** Forgets the answers of an item, so that everything is asked for anew: what they were used for has changed. */
export async function forgetAnswers(
  trx: Kysely<Database>,
  adapter: AdapterName,
  item: string,
): Promise<void> {
  await trx.deleteFrom('import_answer').where('adapter', '=', adapter).where('item', '=', item).execute()
}
