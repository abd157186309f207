import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Pair } from './figure.ts'
import type { OriginFact } from './reference-origins.ts'
import type { OriginAdapter } from './tables.ts'

/** Whose figure one of ours is taken from. */
export interface Origin {
  figureId: string
  adapter: OriginAdapter
  /** The id or name that the figure has there. */
  foreignId: string
  /** What their values are multiplied with. */
  factor: number
  /** Our values are theirs as they stand. */
  unchanged: boolean
  /** Theirs wins over what a member has reported itself. */
  overMembers: boolean
  active: boolean
  note: Pair
}

/** Every origin, in the order of the catalogue. */
export async function listOrigins(db: Kysely<Database>): Promise<Origin[]> {
  const rows = await db
    .selectFrom('key_figure_origin as o')
    .innerJoin('key_figure as f', 'f.id', 'o.key_figure_id')
    .selectAll('o')
    .orderBy('f.set_id')
    .orderBy('f.ordinal')
    .orderBy('o.adapter')
    .orderBy('o.foreign_id')
    .execute()
  return rows.map((row) => ({
    figureId: row.key_figure_id,
    adapter: row.adapter,
    foreignId: row.foreign_id,
    factor: row.factor,
    unchanged: row.unchanged,
    overMembers: row.over_members,
    active: row.active,
    note: { sv: row.note_sv, en: row.note_en },
  }))
}

/** Writes an origin as a person wants it; from then on the reference files leave it alone. */
export async function saveOrigin(trx: Transaction<Database>, origin: Origin): Promise<void> {
  const row = {
    key_figure_id: origin.figureId,
    adapter: origin.adapter,
    foreign_id: origin.foreignId,
    factor: origin.factor,
    unchanged: origin.unchanged,
    over_members: origin.overMembers,
    active: origin.active,
    edited: true,
    note_sv: origin.note.sv,
    note_en: origin.note.en,
  }
  await trx
    .insertInto('key_figure_origin')
    .values(row)
    .onConflict((conflict) => conflict.columns(['key_figure_id', 'adapter', 'foreign_id']).doUpdateSet(row))
    .execute()
}

/** Writes the origins of the reference files, except where a person has changed them. */
export async function saveOriginFacts(trx: Transaction<Database>, facts: OriginFact[]): Promise<void> {
  await sql`
    delete from key_figure_origin o where not edited and not exists (
      select from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f (figure text, adapter text, id text)
      where f.figure = o.key_figure_id and f.adapter = o.adapter and f.id = o.foreign_id)`.execute(trx)
  await sql`
    insert into key_figure_origin (key_figure_id, adapter, foreign_id, factor, unchanged, note_sv, note_en)
    select figure, adapter, id, factor, unchanged, note_sv, note_en
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f (figure text, adapter text, id text, factor float8,
      unchanged boolean, note_sv text, note_en text)
    on conflict (key_figure_id, adapter, foreign_id) do update set (factor, unchanged, note_sv, note_en) =
      row (excluded.factor, excluded.unchanged, excluded.note_sv, excluded.note_en)
    where not key_figure_origin.edited`.execute(trx)
}
