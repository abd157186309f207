import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'

/** A conference that comes back. */
export interface Series {
  id: string
  name: Record<Language, string>
  lead: Record<Language, string>
  madeUp: boolean
  /** Those before the program kept its events, the oldest first. */
  past: { year: number; place: string; text: Record<Language, string>; source: string }[]
}

export async function listSeries(db: Kysely<Database>): Promise<Series[]> {
  const { rows } = await sql<Series>`
    select s.id, json_build_object('sv', s.name_sv, 'en', s.name_en) as name,
      json_build_object('sv', s.lead_sv, 'en', s.lead_en) as lead, s.made_up as "madeUp",
      (select coalesce(json_agg(json_build_object('year', p.year, 'place', p.place, 'source', p.source,
        'text', json_build_object('sv', p.text_sv, 'en', p.text_en)) order by p.year), '[]')
        from event_series_past p where p.series_id = s.id) as past
    from event_series s order by s.name_sv collate "sv-SE-x-icu", s.id`.execute(db)
  return rows
}

/** What the secretariat, or the file of facts, says of a series. */
export interface WrittenSeries {
  id: string
  name: Record<Language, string>
  lead: Record<Language, string>
}

/** Adds or changes a series as the secretariat wants it; the file of facts then leaves it alone. */
export async function saveSeries(
  trx: Transaction<Database>,
  { id, name, lead }: WrittenSeries,
  madeUp: boolean,
): Promise<void> {
  const row = {
    name_sv: name.sv,
    name_en: name.en,
    lead_sv: lead.sv,
    lead_en: lead.en,
    kept_by: 'association' as const,
  }
  await trx
    .insertInto('event_series')
    .values({ id, ...row, made_up: madeUp })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Keeps a series as the file of facts gives it, unless the secretariat has changed it. */
export async function keepSeries(
  trx: Transaction<Database>,
  { id, name, lead, past }: WrittenSeries & Pick<Series, 'past'>,
): Promise<void> {
  const row = {
    name_sv: name.sv,
    name_en: name.en,
    lead_sv: lead.sv,
    lead_en: lead.en,
    kept_by: 'reference' as const,
  }
  await trx
    .insertInto('event_series')
    .values({ id, ...row })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(row).where('event_series.kept_by', '=', 'reference'),
    )
    .execute()
  for (const { year, place, text, source } of past) {
    const meeting = { place, text_sv: text.sv, text_en: text.en, source }
    await trx
      .insertInto('event_series_past')
      .values({ series_id: id, year, ...meeting })
      .onConflict((conflict) => conflict.columns(['series_id', 'year']).doUpdateSet(meeting))
      .execute()
  }
}
