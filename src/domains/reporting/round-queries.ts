import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import { type AskedKind, type ReportState, readRoundKey } from './rules.ts'

/** A round that asks one kind of organisation for a year's values, with how far it has come. */
export interface Round {
  id: number
  year: number
  kind: AskedKind
  dueOn: string
  /** `YYYY-MM-DD`. */
  openedOn: string
  closedAt: Date | null
  madeUp: boolean
  /** Nobody was asked: members correct single values. */
  correctionsOnly: boolean
  figures: string[]
  reports: number
  delivered: number
  published: number
}

/** The rounds, the latest year first. */
export async function listRounds(db: Kysely<Database>): Promise<Round[]> {
  const { rows } = await sql<Round>`
    select r.id, r.year, r.kind, (r.opened_at at time zone ${localZone})::date as "openedOn",
      r.corrections_only as "correctionsOnly", r.due_on as "dueOn", r.closed_at as "closedAt", r.made_up as "madeUp",
      (select json_agg(f.key_figure_id) from reporting_round_figure f where f.round_id = r.id) as figures,
      count(p.id)::int as reports,
      count(p.id) filter (where p.state in ('approved', 'verified', 'published'))::int as delivered,
      count(p.id) filter (where p.state = 'published')::int as published
    from reporting_round r left join report p on p.round_id = r.id
    group by r.id order by r.year desc, r.kind`.execute(db)
  return rows
}

/** The round that an address names. */
export async function findRound(db: Kysely<Database>, key: string): Promise<Round | undefined> {
  const { year, kind } = readRoundKey(key)
  return (await listRounds(db)).find((round) => round.year === year && round.kind === kind)
}

/**
 * Opens a round for all members of a kind and day; one that only held corrections becomes a whole one. Undefined when
 * the year has one already.
 */
export async function insertRound(
  trx: Transaction<Database>,
  round: {
    year: number
    kind: AskedKind
    dueOn: string
    figures: string[]
    openedBy: number | null
    today: string
    madeUp: boolean
  },
): Promise<number | undefined> {
  const opened = { due_on: round.dueOn, opened_by: round.openedBy, made_up: round.madeUp }
  const row = await trx
    .insertInto('reporting_round')
    .values({ year: round.year, kind: round.kind, ...opened })
    .onConflict((conflict) =>
      conflict
        .columns(['year', 'kind'])
        .doUpdateSet({ ...opened, opened_at: new Date(), closed_at: null, corrections_only: false })
        .where('reporting_round.corrections_only', '=', true),
    )
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await trx
    .insertInto('reporting_round_figure')
    .values(round.figures.map((figure) => ({ round_id: row.id, key_figure_id: figure })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`
    insert into report (round_id, organisation_code)
    select distinct ${row.id}::bigint, m.organisation_code from membership m
    join organisation o on o.code = m.organisation_code and o.kind = ${round.kind}
    where m.since <= ${round.today} and (m.until is null or m.until > ${round.today})
    on conflict do nothing`.execute(trx)
  return row.id
}

/** Somebody who can report for a member: its reporters, else its contacts. */
export interface Reporter {
  personId: number
  name: string
  email: string
  language: 'sv' | 'en'
}

/** A member's report in a round, with how much of it is answered and whom to write to. */
export interface RoundReport {
  id: number
  code: string
  name: string
  state: ReportState
  version: number
  answered: number
  changedAt: Date | null
  remindedOn: string | null
  countyCode: string
  /** The day when it left the member's hands for the first time, `YYYY-MM-DD`. */
  deliveredOn: string | null
  reporters: Reporter[]
}

export async function listRoundReports(
  db: Kysely<Database>,
  roundId: number,
  today: string,
): Promise<RoundReport[]> {
  const { rows } = await sql<RoundReport>`
    select p.id, o.code, o.name, p.state, p.version, p.reminded_on as "remindedOn",
      coalesce(o.county_code, '') as "countyCode",
      (select min(s.at at time zone ${localZone})::date from report_step s
        where s.report_id = p.id and s.to_state = 'approved') as "deliveredOn",
      (select count(*)::int from report_answer a where a.report_id = p.id) as answered,
      greatest((select max(a.answered_at) from report_answer a where a.report_id = p.id),
        (select max(s.at) from report_step s where s.report_id = p.id)) as "changedAt",
      coalesce((
        select json_agg(distinct jsonb_build_object('personId', h.id, 'name', h.name, 'email', h.email, 'language', h.language))
        from appointment a join person h on h.id = a.person_id
        where a.organisation_code = o.code and a.since <= ${today} and (a.until is null or a.until > ${today})
          and h.email is not null and h.erased_at is null
          and a.role = any(case when exists (select from appointment b where b.organisation_code = o.code
            and b.role = 'reporter' and b.since <= ${today} and (b.until is null or b.until > ${today}))
            then array['reporter'] else array['contact-politician', 'contact-official'] end)), '[]') as reporters
    from report p join organisation o on o.code = p.organisation_code
    where p.round_id = ${roundId}
    order by o.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/** Notes that some reports were reminded of today; those already reminded today are left out. Gives their ids. */
export async function claimReminders(
  trx: Transaction<Database>,
  ids: number[],
  today: string,
): Promise<number[]> {
  const rows = await trx
    .updateTable('report')
    .set({ reminded_on: today })
    .where('id', 'in', ids.length > 0 ? ids : [0])
    .where((eb) => eb.or([eb('reminded_on', 'is', null), eb('reminded_on', '<', today)]))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Changes the day that answers are wanted. */
export async function setDueDay(trx: Transaction<Database>, roundId: number, dueOn: string): Promise<void> {
  await trx.updateTable('reporting_round').set({ due_on: dueOn }).where('id', '=', roundId).execute()
}

/** Closes a round, or opens it again. */
export async function setClosed(trx: Transaction<Database>, roundId: number, closed: boolean): Promise<void> {
  await trx
    .updateTable('reporting_round')
    .set({ closed_at: closed ? new Date() : null })
    .where('id', '=', roundId)
    .execute()
}
