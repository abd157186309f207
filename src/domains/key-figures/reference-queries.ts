import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import { saveOriginFacts } from './origin-queries.ts'
import type { KeyFigureFacts } from './reference.ts'
import type { GivenValue } from './reference-values.ts'

/**
 * Writes the catalogue; texts and limits that have changed are brought up to date. What the secretariat keeps is left
 * as it is, a figure with its breaks. Gives the ids of what was left.
 */
export async function saveCatalogue(
  trx: Transaction<Database>,
  facts: KeyFigureFacts,
): Promise<{ left: string[] }> {
  const kept = new Set([...(await listKept(trx, 'key_figure_set')), ...(await listKept(trx, 'key_figure'))])
  for (const set of facts.sets.filter(({ id }) => !kept.has(id))) {
    const { id: _, ...changed } = set
    await trx
      .insertInto('key_figure_set')
      .values(set)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute()
  }
  for (const { breaks, plausible, target, ...figure } of facts.figures.filter(({ id }) => !kept.has(id))) {
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
    await saveBreaks(trx, figure.id, breaks)
  }
  await saveOriginFacts(trx, facts.origins)
  return { left: [...facts.sets, ...facts.figures].flatMap(({ id }) => (kept.has(id) ? [id] : [])) }
}

async function listKept(
  trx: Transaction<Database>,
  table: 'key_figure_set' | 'key_figure',
): Promise<string[]> {
  const rows = await trx.selectFrom(table).where('kept_by', '<>', 'reference').select('id').execute()
  return rows.map(({ id }) => id)
}

async function saveBreaks(
  trx: Transaction<Database>,
  figureId: string,
  breaks: KeyFigureFacts['figures'][number]['breaks'],
): Promise<void> {
  const years = breaks.map(({ year }) => year)
  await trx
    .deleteFrom('key_figure_break')
    .where('key_figure_id', '=', figureId)
    .where('year', 'not in', [0, ...years])
    .execute()
  for (const { year, ...reason } of breaks) {
    await trx
      .insertInto('key_figure_break')
      .values({ key_figure_id: figureId, year, ...reason })
      .onConflict((conflict) => conflict.columns(['key_figure_id', 'year']).doUpdateSet(reason))
      .execute()
  }
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
      case when before_id is null then "knownFrom"::timestamp at time zone ${localZone} else ${now} end
    from changed_value`.execute(trx)
  const count = (result: { numAffectedRows?: bigint }) => Number(result.numAffectedRows ?? 0n)
  return { added: count(added), corrected: count(corrected), withdrawn: count(withdrawn) }
}

function json(rows: object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`
}
