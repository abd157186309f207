import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { saveOriginFacts } from './origin-queries.ts'
import type { KeyFigureFacts } from './reference.ts'
import type { GivenValue } from './reference-values.ts'

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
  await saveOriginFacts(trx, facts.origins)
}

/**
 * Adds the values that are new. One that differs from what is known becomes a correction: the reading before is
 * closed and stays, as does the last reading of a value that the files no longer have. Made-up readings give way;
 * those of other sources than the files are left alone. Gives back how many readings were added, how many of them
 * corrected another, and how many were withdrawn.
 */
export async function saveValues(
  trx: Transaction<Database>,
  values: GivenValue[],
  sourceIds: string[],
  now: Date,
): Promise<{ added: number; corrected: number; withdrawn: number }> {
  await sql`
    create temporary table given_value on commit drop as
    select * from jsonb_to_recordset(${json(values)}) as g (figure text, code text, year integer, value float8,
      status text, basis text, source text, "reportedBy" text, "knownFrom" date, "deviationSv" text,
      "deviationEn" text)`.execute(trx)
  await sql`analyze given_value`.execute(trx)
  const withdrawn = await sql`
    update key_figure_value v set known_until = ${now}
    where v.known_until is null and v.source_id = any (${sourceIds}) and v.basis <> 'made-up' and not exists (
      select 1 from given_value g where g.figure = v.key_figure_id and g.code = v.organisation_code
        and g.year = v.year)`.execute(trx)
  await sql`
    create temporary table changed_value on commit drop as
    select g.*, v.id as before_id, v.basis = 'made-up' as before_made_up
    from given_value g
    left join key_figure_value v on v.key_figure_id = g.figure and v.organisation_code = g.code
      and v.year = g.year and v.known_until is null
    where v.id is null or (v.basis = 'made-up' or v.source_id = any (${sourceIds})) and (v.value, v.status, v.basis,
      v.source_id, v.deviation_sv, v.deviation_en) is distinct from (g.value, g.status, g.basis, g.source,
      g."deviationSv", g."deviationEn")`.execute(trx)
  const corrected = await sql`
    update key_figure_value v set known_until = ${now} from changed_value c where v.id = c.before_id`.execute(
    trx,
  )
  const added = await sql`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, status, basis, source_id,
      deviation_sv, deviation_en, reported_by, revision_sv, revision_en, known_from)
    select figure, code, year, value, status, basis, source, "deviationSv", "deviationEn", "reportedBy",
      case when before_made_up then 'Ett riktigt värde ersätter ett påhittat'
        when before_id is not null then 'Källan har ändrat värdet' end,
      case when before_made_up then 'A real value replaces a made-up one'
        when before_id is not null then 'The source has changed the value' end,
      case when before_id is null then "knownFrom"::timestamp at time zone 'Europe/Stockholm' else ${now} end
    from changed_value`.execute(trx)
  const count = (result: { numAffectedRows?: bigint }) => Number(result.numAffectedRows ?? 0n)
  return { added: count(added), corrected: count(corrected), withdrawn: count(withdrawn) }
}

function json(rows: object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`
}
