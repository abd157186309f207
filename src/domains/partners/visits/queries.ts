import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Reason } from '#domains/questions/index.ts'
import type { Tongue } from '#platform/i18n.ts'
import type { PartnerTables } from '../tables.ts'

export type VisitState = 'unconfirmed' | 'waiting' | 'asked' | 'accepted' | 'declined' | 'withdrawn'
export type VisitLanguage = PartnerTables['visit_request']['visit_language']

/** What somebody who wants to visit says. */
export interface WrittenVisit {
  name: string
  email: string
  organisation: string
  country: string
  people: number
  /** `YYYY-MM-DD`. */
  earliest: string
  latest: string
  wishes: string
  visitLanguage: VisitLanguage
  /** The language of the page and so of the mails. */
  tongue: Tongue
  subjectIds: string[]
  figureIds: string[]
}

/** A wish to visit, and how it stands. */
export interface Visit extends WrittenVisit {
  id: number
  state: VisitState
  reply: string
  askedAt: Date
  confirmedAt: Date | null
  answeredAt: Date | null
  host: { code: string; name: string } | null
  madeUp: boolean
  hosts: AskedHost[]
}

/** Somebody at a member who was asked to receive the visit. */
export interface AskedHost {
  personId: number
  name: string
  organisation: { code: string; name: string }
  reasons: Reason[]
  state: 'asked' | 'accepted' | 'declined' | 'not-needed'
  note: string
  madeUp: boolean
}

export async function insertVisit(
  trx: Transaction<Database>,
  written: WrittenVisit,
  { now, madeUp }: { now: Date; madeUp: boolean },
): Promise<number> {
  const { subjectIds, figureIds, visitLanguage, ...row } = written
  const { id } = await trx
    .insertInto('visit_request')
    .values({ ...row, visit_language: visitLanguage, asked_at: now, made_up: madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (subjectIds.length > 0) {
    await trx
      .insertInto('visit_request_subject')
      .values(subjectIds.map((subject_id) => ({ request_id: id, subject_id })))
      .execute()
  }
  if (figureIds.length > 0) {
    await trx
      .insertInto('visit_request_figure')
      .values(figureIds.map((key_figure_id) => ({ request_id: id, key_figure_id })))
      .execute()
  }
  return id
}

/** Those that wait first, then the newest; what nobody has confirmed is left out. */
export function listVisits(db: Kysely<Database>, most = 200): Promise<Visit[]> {
  return select(db, sql`v.state <> 'unconfirmed'`, most)
}

export async function findVisit(db: Kysely<Database>, id: number): Promise<Visit | undefined> {
  return (await select(db, sql`v.id = ${id}`, 1))[0]
}

/** Open wishes that somebody is asked to receive. */
export function listVisitsFor(db: Kysely<Database>, personId: number): Promise<Visit[]> {
  return select(
    db,
    sql`v.state = 'asked' and exists (select from visit_host_asked h
      where h.request_id = v.id and h.person_id = ${personId} and h.state = 'asked')`,
    50,
  )
}

/** How many wait for the secretariat. */
export async function countWaitingVisits(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from visit_request where state = 'waiting'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Takes a step if the wish still stands where it was seen. False when somebody was quicker. */
export async function moveVisit(
  trx: Transaction<Database>,
  id: number,
  from: VisitState[],
  to: {
    state: VisitState
    reply?: string
    hostCode?: string
    personId?: number | null
    confirmedAt?: Date
    answeredAt?: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('visit_request')
    .set({
      state: to.state,
      ...(to.reply === undefined ? {} : { reply: to.reply }),
      ...(to.hostCode === undefined ? {} : { host_code: to.hostCode }),
      ...(to.personId === undefined ? {} : { answered_by: to.personId }),
      ...(to.confirmedAt === undefined ? {} : { confirmed_at: to.confirmedAt }),
      ...(to.answeredAt === undefined ? {} : { answered_at: to.answeredAt }),
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes who is asked to receive a visit; whoever was asked before is not asked again. */
export async function insertHosts(
  trx: Transaction<Database>,
  id: number,
  hosts: { personId: number; organisationCode: string; reasons: Reason[] }[],
  now: Date,
): Promise<number[]> {
  const rows = await trx
    .insertInto('visit_host_asked')
    .values(
      hosts.map(({ personId, organisationCode, reasons }) => ({
        request_id: id,
        person_id: personId,
        organisation_code: organisationCode,
        reasons: JSON.stringify(reasons),
        asked_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Writes what somebody who was asked answers. False when there is nothing left to answer. */
export async function answerHost(
  trx: Transaction<Database>,
  { id, personId }: { id: number; personId: number },
  answer: { state: 'accepted' | 'declined'; note: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('visit_host_asked')
    .set({ state: answer.state, note: answer.note, answered_at: answer.now })
    .where('request_id', '=', id)
    .where('person_id', '=', personId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets everybody who has not answered off: the visit has a host, or will not be. */
export async function releaseHosts(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('visit_host_asked')
    .set({ state: 'not-needed', answered_at: now })
    .where('request_id', '=', id)
    .where('state', '=', 'asked')
    .execute()
}

export async function hasHostsLeft(trx: Transaction<Database>, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('visit_host_asked')
    .select('person_id')
    .where('request_id', '=', id)
    .where('state', '=', 'asked')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what nobody confirmed, what was answered no, and what was a yes when the visit has long been. */
export async function forgetVisits(
  trx: Transaction<Database>,
  before: { unconfirmed: Date; answered: Date; visited: string },
): Promise<void> {
  await sql`
    delete from visit_request where (state = 'unconfirmed' and asked_at < ${before.unconfirmed})
      or (state in ('declined', 'withdrawn') and answered_at < ${before.answered})
      or (state in ('accepted', 'waiting', 'asked') and latest < ${before.visited})`.execute(trx)
}

/** The secretariat's people who can be told by mail. */
export async function listOffice(
  db: Kysely<Database>,
  today: string,
): Promise<{ personId: number; email: string; name: string }[]> {
  const { rows } = await sql<{ personId: number; email: string; name: string }>`
    select distinct p.id as "personId", p.email, p.name from appointment a join person p on p.id = a.person_id
    where a.role = 'secretariat' and a.since <= ${today} and (a.until is null or a.until > ${today})
      and p.email is not null and p.erased_at is null order by p.id`.execute(db)
  return rows
}

async function select(db: Kysely<Database>, where: RawBuilder<unknown>, limit: number): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select v.id, v.name, v.email, v.organisation, v.country, v.people, v.earliest, v.latest, v.wishes,
      v.visit_language as "visitLanguage", v.tongue, v.state, v.reply, v.asked_at as "askedAt",
      v.confirmed_at as "confirmedAt", v.answered_at as "answeredAt", v.made_up as "madeUp",
      (select json_build_object('code', o.code, 'name', o.name) from organisation o where o.code = v.host_code) as host,
      array(select subject_id from visit_request_subject s where s.request_id = v.id order by 1) as "subjectIds",
      array(select key_figure_id from visit_request_figure f where f.request_id = v.id order by 1) as "figureIds",
      (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'reasons', h.reasons,
        'organisation', json_build_object('code', o.code, 'name', o.name), 'state', h.state, 'note', h.note,
        'madeUp', p.made_up) order by h.asked_at, p.id), '[]')
        from visit_host_asked h join person p on p.id = h.person_id
        join organisation o on o.code = h.organisation_code where h.request_id = v.id) as hosts
    from visit_request v where ${where}
    order by v.state = 'waiting' desc, v.state = 'asked' desc, v.asked_at desc, v.id desc limit ${limit}`.execute(
    db,
  )
  return rows
}
