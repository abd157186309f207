import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MembershipKind } from './rules.ts'

/** Opens a membership from a day. False when another period of the organisation overlaps; nothing is changed then. */
export async function openMembership(
  trx: Transaction<Database>,
  membership: { code: string; since: string; kind: MembershipKind; decision: string },
): Promise<boolean> {
  const { code, since, kind, decision } = membership
  await lockOrganisation(trx, code)
  const { rows } = await sql`
    insert into membership (organisation_code, since, kind, decision, made_up)
    select ${code}, ${since}::date, ${kind}, ${decision}, false
    where not exists (select from membership where organisation_code = ${code} and (until is null or until > ${since}))
    returning id`.execute(trx)
  return rows.length > 0
}

/**
 * Makes an observer a full member from a day: the time as an observer ends there. False when the period is not an
 * open observer's, or began that day or later.
 */
export async function makeFull(
  trx: Transaction<Database>,
  change: { code: string; id: number; since: string; decision: string },
): Promise<boolean> {
  const { code, id, since, decision } = change
  await lockOrganisation(trx, code)
  const { rows } = await sql`
    update membership set until = ${since}, end_reason = 'Fullvärdig medlem'
    where id = ${id} and organisation_code = ${code} and kind = 'observer' and since < ${since}
      and (until is null or until >= ${since}) returning id`.execute(trx)
  return rows.length > 0 && openMembership(trx, { code, since, kind: 'full', decision })
}

export interface MembershipEnd {
  code: string
  id: number
  /** First day without membership, `YYYY-MM-DD`. */
  until: string
  noticeGivenOn: string | null
  reason: string
}

/** Sets the end of a membership. False when it has changed or begins later. */
export async function endMembership(trx: Transaction<Database>, end: MembershipEnd): Promise<boolean> {
  const { code, id, until, noticeGivenOn, reason } = end
  const { rows } = await sql`
    update membership set until = ${until}, notice_given_on = coalesce(${noticeGivenOn}::date, notice_given_on),
      end_reason = ${reason}
    where id = ${id} and organisation_code = ${code} and since < ${until} and until is null
    returning id`.execute(trx)
  return rows.length > 0
}

/** Takes back a notice or an end that has not come yet. False when it has, or when nothing was to end. */
export async function takeBackEnd(
  trx: Transaction<Database>,
  { code, id, today }: { code: string; id: number; today: string },
): Promise<boolean> {
  await lockOrganisation(trx, code)
  const { rows } = await sql`
    update membership m set until = null, notice_given_on = null, end_reason = ''
    where id = ${id} and organisation_code = ${code} and until > ${today}
      and not exists (select from membership later where later.organisation_code = m.organisation_code
        and later.since >= m.until)
    returning id`.execute(trx)
  return rows.length > 0
}

/** The memberships without an end that some organisations have on a day. */
export async function listOpenMemberships(
  db: Kysely<Database>,
  codes: string[],
  today: string,
): Promise<{ id: number; code: string; name: string }[]> {
  const { rows } = await sql<{ id: number; code: string; name: string }>`
    select m.id, o.code, o.name from membership m join organisation o on o.code = m.organisation_code
    where o.code = any(${codes}) and m.since <= ${today} and m.until is null
    order by o.name collate "sv-SE-x-icu"`.execute(db)
  return rows
}

/**
 * Adds an organisation of the partner network under a code made of its name, `P-` and what of it fits an address.
 * Gives back the code.
 */
export async function insertPartner(trx: Transaction<Database>, name: string, slug: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    insert into organisation (code, kind, name)
    select free.code, 'partner', ${name}
    from (select ${slug} || case n when 1 then '' else '-' || n end as code, n from generate_series(1, 1000) as n) free
    where not exists (select from organisation o where o.code = free.code)
    order by free.n limit 1
    returning code`.execute(trx)
  const [added] = rows
  if (!added) throw new Error('There are a thousand partners of that name.')
  return added.code
}

async function lockOrganisation(trx: Transaction<Database>, code: string): Promise<void> {
  await sql`select from organisation where code = ${code} for update`.execute(trx)
}
