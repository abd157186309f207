import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What an organisation is to the association on a day. */
export type Belonging = 'full' | 'observer' | 'none'

/** Which municipalities and regions are wanted. What is left out means any. */
export interface OrganisationFilter {
  kind?: 'municipality' | 'region' | undefined
  membership?: Belonging | undefined
  /** The day of the membership, `YYYY-MM-DD`. */
  day: string
  counties?: string[] | undefined
  groups?: string[] | undefined
  /** What a name or code may be written as. One that is exactly so is found alone. */
  spellings?: string[] | undefined
  /** Only what comes after this code. */
  after: string | null
  limit: number
}

/** Codes in their order. The cost is that of a page, however many organisations there are. */
export async function listCodes(
  db: Kysely<Database>,
  { kind, membership, day, counties, groups, spellings, after, limit }: OrganisationFilter,
): Promise<string[]> {
  const conditions = [
    sql<boolean>`o.kind = any(${kind ? [kind] : ['municipality', 'region']}::text[])`,
    membership && belongs(membership, day),
    counties && sql<boolean>`o.county_code = any(${counties}::text[])`,
    groups && sql<boolean>`o.group_code = any(${groups}::text[])`,
    spellings && (await named(db, spellings)),
    after !== null && sql<boolean>`o.code > ${after}`,
  ].flatMap((condition) => condition || [])
  const { rows } = await sql<{ code: string }>`
    select o.code from organisation o where ${sql.join(conditions, sql` and `)}
    order by o.code limit ${limit}::int`.execute(db)
  return rows.map(({ code }) => code)
}

const plainName = sql`lower(o.name collate "sv-SE-x-icu")`

/** Those whose name or code is one of the spellings, the first that fits; else those whose name holds the first. */
async function named(db: Kysely<Database>, spellings: string[]): Promise<RawBuilder<boolean>> {
  const [wanted] = spellings
  if (wanted === undefined) return sql<boolean>`false`
  const { rows } = await sql<{ spelling: string }>`
    select t.spelling from unnest(${spellings}::text[]) with ordinality as t (spelling, at)
    where exists (select from organisation o where o.kind in ('municipality', 'region')
      and (o.code = t.spelling or ${plainName} = t.spelling)) order by t.at limit 1`.execute(db)
  const [exact] = rows
  return exact
    ? sql<boolean>`(o.code = ${exact.spelling} or ${plainName} = ${exact.spelling})`
    : sql<boolean>`position(${wanted} in ${plainName}) > 0`
}

function belongs(membership: Belonging, day: string): RawBuilder<boolean> {
  const among = (kinds: string[]) => sql<boolean>`o.code in (${membersOn(kinds, day)})`
  return membership === 'none' ? sql`not ${among(['full', 'observer'])}` : among([membership])
}

/** The codes of those with a membership of some kinds on a day. */
export function membersOn(kinds: string[], day: string): RawBuilder<unknown> {
  return sql`select organisation_code from membership where kind = any(${kinds}::text[])
    and since <= ${day}::date and (until is null or until > ${day}::date)`
}

export interface PeriodRow {
  organisation: string
  organisation_name: string
  kind: 'full' | 'observer'
  since: string
  until: string | null
  decision: string
  made_up: boolean
}

export interface PeriodFilter {
  codes: string[] | null
  kind: 'full' | 'observer' | null
  /** Only periods that hold on this day. */
  day: string | null
  after: { code: string; since: string; kind: string } | null
  limit: number
}

/** Periods of membership in the order of organisation, first day and kind. */
export async function listPeriods(
  db: Kysely<Database>,
  { codes, kind, day, after, limit }: PeriodFilter,
): Promise<PeriodRow[]> {
  const conditions = [
    sql`o.kind in ('municipality', 'region')`,
    codes && sql`m.organisation_code = any(${codes}::text[])`,
    kind && sql`m.kind = ${kind}`,
    day && sql`m.since <= ${day}::date and (m.until is null or m.until > ${day}::date)`,
    after &&
      sql`m.organisation_code >= ${after.code}
        and (m.organisation_code, m.since, m.kind) > (${after.code}, ${after.since}::date, ${after.kind})`,
  ].flatMap((condition) => condition || [])
  const { rows } = await sql<PeriodRow>`
    select m.organisation_code as organisation, o.name as organisation_name, m.kind, m.since::text as since,
      m.until::text as until, m.decision, m.made_up
    from membership m join organisation o on o.code = m.organisation_code
    where ${sql.join(conditions, sql` and `)}
    order by m.organisation_code, m.since, m.kind limit ${limit}::int`.execute(db)
  return rows
}
