import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import type { MadeUpReading, MadeUpTarget } from './seeds.ts'

/** Municipalities with what the demonstration needs of them, and the figures in which they have real values. */
export async function listDemonstrationGround(trx: Transaction<Database>): Promise<{
  organisations: { code: string; member: boolean; inhabitants: number }[]
  real: Set<string>
}> {
  const { rows } = await sql<{ code: string; member: boolean; inhabitants: number }>`
    select o.code, exists (select 1 from membership m where m.organisation_code = o.code) as member,
      (select p.inhabitants from population p where p.organisation_code = o.code order by p.year desc limit 1) as inhabitants
    from organisation o where o.kind = 'municipality' order by o.code`.execute(trx)
  const known = await trx
    .selectFrom('key_figure_value')
    .select(['key_figure_id as figure', 'organisation_code as code'])
    .distinct()
    .execute()
  return { organisations: rows, real: new Set(known.map(({ figure, code }) => `${figure} ${code}`)) }
}

export async function saveMadeUp(trx: Transaction<Database>, readings: MadeUpReading[]): Promise<void> {
  await sql`
    insert into key_figure_value (key_figure_id, organisation_code, year, value, missing_reason, status, basis,
      source_id, reported_by, revision_sv, revision_en, known_from, known_until)
    select figure, code, year, value, missing, status, 'made-up', 'demonstration', '', revision->>'sv', revision->>'en',
      "knownFrom"::timestamp at time zone ${localZone}, "knownUntil"::timestamp at time zone ${localZone}
    from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) as r (figure text, code text, year integer,
      value float8, missing text, status text, "knownFrom" date, "knownUntil" date, revision jsonb)`.execute(
    trx,
  )
}

/** Targets of the demonstration, as if they were decided and made known on a day. */
export async function saveMadeUpTargets(
  trx: Transaction<Database>,
  targets: MadeUpTarget[],
  knownFrom: string,
): Promise<void> {
  await sql`
    insert into organisation_target (organisation_code, key_figure_id, value, year, decision, made_up)
    select code, figure, value, year, decision, true
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
      as t (code text, figure text, value float8, year integer, decision text)`.execute(trx)
  await sql`update organisation_target_history set known_from = ${knownFrom}::date`.execute(trx)
}
