import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { GivenValue, KeyFigureFacts } from './reference.ts'

/** Writes the catalogue; texts and limits that have changed are brought up to date. */
export async function saveCatalogue(trx: Transaction<Database>, facts: KeyFigureFacts): Promise<void> {
  await sql`
    insert into key_figure_set select * from jsonb_populate_recordset(null::key_figure_set, ${json(facts.sets)})
    on conflict (id) do update set (name_sv, name_en, decided_year, decided_on, decision_sv, decision_en) =
      row (excluded.name_sv, excluded.name_en, excluded.decided_year, excluded.decided_on, excluded.decision_sv,
      excluded.decision_en)`.execute(trx)
  for (const { breaks, plausible, target, ...figure } of facts.figures) {
    const row = {
      ...figure,
      plausible_min: plausible.min,
      plausible_max: plausible.max,
      target_value: target?.value ?? null,
      target_year: target?.year ?? null,
      target_by_sv: target?.by_sv ?? null,
      target_by_en: target?.by_en ?? null,
    }
    const { id: _, ...changed } = row
    await trx
      .insertInto('key_figure')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute()
    await trx.deleteFrom('key_figure_break').where('key_figure_id', '=', figure.id).execute()
    if (breaks.length > 0) {
      const rows = breaks.map((each) => ({ key_figure_id: figure.id, ...each }))
      await trx.insertInto('key_figure_break').values(rows).execute()
    }
  }
}

/**
 * Adds the values that are new. One that differs from what is known becomes a correction: the reading before is
 * closed and stays. Gives back how many were added and how many of them corrected another.
 */
export async function saveValues(
  trx: Transaction<Database>,
  values: GivenValue[],
  now: Date,
): Promise<{ added: number; corrected: number }> {
  await sql`
    create temporary table given_value on commit drop as
    select g.*, v.id as before_id
    from jsonb_to_recordset(${json(values)}) as g (figure text, code text, year integer, value float8, basis text,
      source text, "knownFrom" date, "deviationSv" text, "deviationEn" text)
    left join key_figure_value v on v.key_figure_id = g.figure and v.organisation_code = g.code and v.year = g.year
      and v.known_until is null
    where v.id is null or v.value is distinct from g.value or v.basis <> g.basis`.execute(trx)
  const corrected = await sql`
    update key_figure_value v set known_until = ${now} from given_value g where v.id = g.before_id`.execute(
    trx,
  )
  const added = await sql`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, status, basis, source_id,
      deviation_sv, deviation_en, reported_by, revision_reason, known_from)
    select figure, code, year, value, 'final', basis, source, "deviationSv", "deviationEn", '',
      case when before_id is not null then 'Källan har ändrat värdet' end,
      case when before_id is null then ("knownFrom"::timestamp at time zone 'Europe/Stockholm') else ${now} end
    from given_value`.execute(trx)
  return { added: Number(added.numAffectedRows ?? 0n), corrected: Number(corrected.numAffectedRows ?? 0n) }
}

function json(rows: object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`
}
