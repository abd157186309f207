import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { RegisterFilter } from './rules/register.ts'

/** The same order on every page: Swedish, and by code where two have one name. */
const inOrder = sql`o.name collate "sv-SE-x-icu", o.code`

/** The codes of the organisations that a filter keeps on a day, in Swedish order: all, or a part. */
export async function listRegistered(
  db: Kysely<Database>,
  filter: RegisterFilter,
  today: string,
  part: { limit: number; offset: number } | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    ${standings(today)} select o.code ${kept(filter, today)}
    order by ${inOrder} limit ${part?.limit ?? null}::int offset ${part?.offset ?? 0}::int`.execute(db)
  return rows.map(({ code }) => code)
}

/** How many organisations a filter keeps on a day. */
export async function countRegistered(
  db: Kysely<Database>,
  filter: RegisterFilter,
  today: string,
): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    ${standings(today)} select count(*)::int as found ${kept(filter, today)}`.execute(db)
  return rows[0]?.found ?? 0
}

/** How many members and observers have a last day by then. */
export async function countEnding(db: Kysely<Database>, today: string, by: string): Promise<number> {
  const { rows } = await sql<{ ending: number }>`
    select count(distinct m.organisation_code)::int as ending
    from membership m join organisation o on o.code = m.organisation_code
    where o.kind <> 'association' and m.since <= ${today} and m.until > ${today} and m.until <= ${by}`.execute(
    db,
  )
  return rows[0]?.ending ?? 0
}

/** What each organisation with a membership is on a day, as `statusOn` says it, and whether that has a last day. */
function standings(today: string): RawBuilder<unknown> {
  return sql`
    with standing as (
      select organisation_code, case
          when bool_or(kind = 'full' and since <= ${today}) filter (where lasts) then 'member'
          when bool_or(since <= ${today}) filter (where lasts) then 'observer'
          when bool_or(since > ${today}) then 'coming'
          else 'former'
        end as status,
        not bool_or(lasts) or (array_agg(until order by since) filter (where lasts))[1] is not null as leaving
      from (select *, until is null or until > ${today} as lasts from membership) m
      group by organisation_code
    )`
}

function kept(filter: RegisterFilter, today: string): RawBuilder<unknown> {
  const { text, kind, countyCode, status, lacks, incomplete, leaving } = filter
  const wanted = text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')
  const conditions = [
    sql`o.kind <> 'association'`,
    kind !== null && sql`o.kind = ${kind}`,
    countyCode !== '' && sql`o.county_code = ${countyCode}`,
    status !== 'all' && sql`coalesce(s.status, 'never') = ${status}`,
    leaving && sql`s.leaving`,
    lacks !== '' &&
      sql`not exists (select from appointment a where a.organisation_code = o.code and a.role = ${lacks}
        and a.since <= ${today} and (a.until is null or a.until > ${today}))`,
    incomplete && isIncomplete,
    wanted !== '' && isNamed(wanted),
  ].flatMap((condition) => condition || [])
  return sql`from organisation o left join standing s on s.organisation_code = o.code
    left join organisation_profile p on p.organisation_code = o.code where ${sql.join(conditions, sql` and `)}`
}

/** Whether a part of the profile is missing, as `gapsIn` counts them. */
const isIncomplete = sql`(p.organisation_code is null or '' in (coalesce(p.organisation_number, ''), p.address,
  coalesce(p.email, ''), coalesce(p.einvoice_address, ''), coalesce(p.website, ''), coalesce(p.presentation_sv, ''),
  coalesce(p.programme_title, '')) or (p.logo is null and p.logo_sha256 is null))`

function isNamed(wanted: string): RawBuilder<unknown> {
  const holds = (text: RawBuilder<unknown>) =>
    sql`position(${wanted} in lower(${text} collate "sv-SE-x-icu")) > 0`
  return sql`(${holds(sql`o.name`)} or ${holds(sql`o.code`)} or ${holds(sql`p.organisation_number`)})`
}
