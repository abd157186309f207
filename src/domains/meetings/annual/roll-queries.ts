import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { RollVote } from './rules/delegates.ts'

/** A row of the voting roll as it is shown. */
export interface RollEntry extends RollVote {
  id: number
  organisationName: string
  personName: string
  withdrawnAt: Date | null
  withdrawnWhy: string
}

/** The voting roll of a meeting, by member; the votes that were withdrawn stay. */
export async function listRoll(db: Kysely<Database>, meetingId: number): Promise<RollEntry[]> {
  const { rows } = await sql<RollEntry>`
    select e.id, e.organisation_code as "organisationCode", e.place, e.person_id as "personId", e.by_proxy as "byProxy",
      o.name as "organisationName", p.name as "personName", e.withdrawn_at as "withdrawnAt", e.withdrawn_why as "withdrawnWhy"
    from voting_roll_entry e join organisation o on o.code = e.organisation_code join person p on p.id = e.person_id
    where e.meeting_id = ${meetingId}
    order by o.name, e.place, e.id`.execute(db)
  return rows
}

/** Writes votes into the roll, checked now. */
export async function insertRoll(
  trx: Transaction<Database>,
  meetingId: number,
  votes: RollVote[],
  now: Date,
): Promise<void> {
  if (votes.length === 0) return
  await trx
    .insertInto('voting_roll_entry')
    .values(
      votes.map((vote) => ({
        meeting_id: meetingId,
        organisation_code: vote.organisationCode,
        place: vote.place,
        person_id: vote.personId,
        by_proxy: vote.byProxy,
        checked_at: now,
      })),
    )
    .execute()
}

/** The transaction's reason for adding votes to a frozen roll; the database writes it into its note. */
export async function sayWhy(trx: Transaction<Database>, why: string): Promise<void> {
  await sql`select set_config('ekokommun.roll_why', ${why}, true)`.execute(trx)
}

/** Takes a vote back, with the reason. False when it was. */
export async function withdrawEntry(
  trx: Transaction<Database>,
  id: number,
  meetingId: number,
  { why, now }: { why: string; now: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable('voting_roll_entry')
    .set({ withdrawn_at: now, withdrawn_why: why })
    .where('id', '=', id)
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A change of a roll after it was frozen. */
export interface RollChange {
  at: Date
  change: 'added' | 'withdrawn' | 'restored'
  why: string
  notedBy: string
  organisationName: string
  place: number
  personName: string
}

export async function listRollChanges(db: Kysely<Database>, meetingId: number): Promise<RollChange[]> {
  const { rows } = await sql<RollChange>`
    select c.at, c.change, c.why, c.noted_by as "notedBy", o.name as "organisationName", e.place, p.name as "personName"
    from roll_change c join voting_roll_entry e on e.id = c.entry_id join organisation o on o.code = e.organisation_code
    join person p on p.id = e.person_id
    where c.meeting_id = ${meetingId} order by c.at, c.id`.execute(db)
  return rows
}

/** Lets a withdrawn vote hold again, unless somebody else has it now. False then. */
export async function restoreEntry(
  trx: Transaction<Database>,
  id: number,
  meetingId: number,
): Promise<boolean> {
  const { rows } = await sql`
    update voting_roll_entry e set withdrawn_at = null, withdrawn_why = ''
    where e.id = ${id} and e.meeting_id = ${meetingId} and e.withdrawn_at is not null
      and not exists (select from voting_roll_entry other where other.meeting_id = e.meeting_id
        and other.organisation_code = e.organisation_code and other.place = e.place and other.withdrawn_at is null)
    returning e.id`.execute(trx)
  return rows.length > 0
}

/** Somebody who can lead a meeting or approve its minutes. */
export interface PersonPresent {
  personId: number
  name: string
  /** The member, or the association for its board. */
  from: string
}

/** Those who stand on the roll, and the board. */
export async function listPresent(db: Kysely<Database>, meetingId: number): Promise<PersonPresent[]> {
  const { rows } = await sql<PersonPresent>`
    select distinct on (p.name, p.id) p.id as "personId", p.name, o.name as "from" from (
      select person_id, organisation_code from voting_roll_entry where meeting_id = ${meetingId} and withdrawn_at is null
      union all
      select a.person_id, a.organisation_code from appointment a join meeting m on m.id = ${meetingId}
        where a.role in ('board-chair', 'board-member', 'board-substitute')
          and a.since <= m.held_on and (a.until is null or a.until >= m.held_on)) as here
    join person p on p.id = here.person_id and p.erased_at is null
    join organisation o on o.code = here.organisation_code
    order by p.name, p.id`.execute(db)
  return rows
}
