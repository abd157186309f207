import { randomBytes } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** The secret address of somebody's calendar of the board, if there is one. */
export async function findCalendarToken(db: Kysely<Database>, personId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('board_calendar')
    .where('person_id', '=', personId)
    .select('token')
    .executeTakeFirst()
  return row?.token
}

/** Gives somebody a calendar address; an old one ends. */
export async function renewCalendarToken(trx: Transaction<Database>, personId: number): Promise<void> {
  const token = randomBytes(24).toString('base64url')
  await sql`insert into board_calendar (person_id, token) values (${personId}, ${token})
    on conflict (person_id) do update set token = ${token}, made_at = now()`.execute(trx)
}

/** The language of whom a calendar belongs to; undefined when the address has ended or the person has left the board. */
export async function findCalendarOwner(
  db: Kysely<Database>,
  token: string,
  today: string,
): Promise<{ language: 'sv' | 'en' } | undefined> {
  const { rows } = await sql<{ language: 'sv' | 'en' }>`
    select p.language from board_calendar c join person p on p.id = c.person_id
    where c.token = ${token} and p.erased_at is null and exists (
      select from appointment a join organisation o on o.code = a.organisation_code
      where a.person_id = p.id and o.kind = 'association' and a.since <= ${today} and (a.until is null or a.until > ${today})
        and a.role in ('board-chair', 'board-member', 'board-substitute', 'secretariat', 'auditor', 'administrator'))`.execute(
    db,
  )
  return rows[0]
}

/** Everything that the board's room holds about a person. */
export async function readBoardDataOf(db: Kysely<Database>, personId: number) {
  const of = <
    T extends 'board_attendance' | 'meeting_item_partial' | 'meeting_item_reservation' | 'meeting_task',
  >(
    table: T,
  ) => sql<object>`select * from ${sql.table(table)} where person_id = ${personId}`.execute(db)
  const [attendance, partial, reservations, tasks] = await Promise.all([
    of('board_attendance'),
    of('meeting_item_partial'),
    of('meeting_item_reservation'),
    of('meeting_task'),
  ])
  return {
    attendance: attendance.rows,
    partial: partial.rows,
    reservations: reservations.rows,
    tasks: tasks.rows,
  }
}

/** Forgets somebody: the calendar goes. Who was present, reserved or signed stays in the minutes, which must say so. */
export async function forgetOnBoard(trx: Transaction<Database>, personId: number): Promise<void> {
  await sql`delete from board_calendar where person_id = ${personId}`.execute(trx)
}
