import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { KeptFile } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { BoardTables, Capacity } from './tables.ts'

/** Somebody with a post on the board or at its office, on a day. */
export interface BoardPerson {
  personId: number
  name: string
  role: 'board-chair' | 'board-member' | 'board-substitute' | 'secretariat'
  email: string | null
  language: Language
}

const roles = ['board-chair', 'board-member', 'board-substitute', 'secretariat']

/** The chair, the members, the substitutes and the secretariat on a day. */
export async function listBoard(db: Kysely<Database>, day: string): Promise<BoardPerson[]> {
  const { rows } = await sql<BoardPerson>`
    select p.id as "personId", p.name, a.role, p.language,
      case when p.email_failed_at is null then p.email end as email
    from appointment a join person p on p.id = a.person_id join organisation o on o.code = a.organisation_code
    where o.kind = 'association' and a.role = any(${roles}) and a.since <= ${day} and (a.until is null or a.until > ${day})
      and p.erased_at is null
    group by p.id, a.role order by array_position(${roles}::text[], a.role), p.name, p.id`.execute(db)
  return rows
}

/** Who is present at a meeting. */
export interface Attendance {
  personId: number | null
  name: string
  capacity: Capacity
  inPlaceOf: number | null
  inPlaceOfName: string | null
}

/** Who is present, members first. */
export async function listAttendance(db: Kysely<Database>, meetingId: number): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select a.person_id as "personId", coalesce(p.name, a.name) as name, a.capacity, a.in_place_of as "inPlaceOf",
      q.name as "inPlaceOfName"
    from board_attendance a left join person p on p.id = a.person_id left join person q on q.id = a.in_place_of
    where a.meeting_id = ${meetingId} order by array_position(array['member', 'substitute', 'adjoined'], a.capacity), 2`.execute(
    db,
  )
  return rows
}

/** Somebody who is partial (jäv) in an item. */
export interface Partial {
  itemId: number
  personId: number
  name: string
  reason: string
}

/** Who is partial in the items of a meeting. */
export async function listPartial(db: Kysely<Database>, meetingId: number): Promise<Partial[]> {
  return db
    .selectFrom('meeting_item_partial as x')
    .innerJoin('meeting_item as i', 'i.id', 'x.item_id')
    .innerJoin('person as p', 'p.id', 'x.person_id')
    .where('i.meeting_id', '=', meetingId)
    .select(['x.item_id as itemId', 'x.person_id as personId', 'p.name', 'x.reason'])
    .orderBy('p.name')
    .execute()
}

/** The votes by show of hands at a meeting. */
export async function listShows(
  db: Kysely<Database>,
  meetingId: number,
): Promise<Selectable<BoardTables['meeting_item_show']>[]> {
  return db
    .selectFrom('meeting_item_show as s')
    .innerJoin('meeting_item as i', 'i.id', 's.item_id')
    .where('i.meeting_id', '=', meetingId)
    .selectAll('s')
    .execute()
}

/** How many with a vote took part in each decision of a meeting. */
export async function listVoters(
  db: Kysely<Database>,
  meetingId: number,
): Promise<{ itemId: number; voters: number }[]> {
  const { rows } = await sql<{ itemId: number; voters: number }>`
    select b.item_id as "itemId", b.voters from board_paragraph b join meeting_item i on i.id = b.item_id
    where i.meeting_id = ${meetingId} and b.voters is not null`.execute(db)
  return rows
}

export interface Reservation {
  id: number
  itemId: number
  personId: number
  name: string
  text: string
}

export async function listReservations(db: Kysely<Database>, meetingId: number): Promise<Reservation[]> {
  return db
    .selectFrom('meeting_item_reservation as r')
    .innerJoin('meeting_item as i', 'i.id', 'r.item_id')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .where('i.meeting_id', '=', meetingId)
    .select(['r.id', 'r.item_id as itemId', 'r.person_id as personId', 'p.name', 'r.text'])
    .orderBy('r.id')
    .execute()
}

/** Something that somebody is to do after a decision. */
export interface Task {
  id: number
  itemId: number
  meetingId: number
  personId: number
  name: string
  what: string
  dueOn: string
  doneAt: Date | null
  title: string
  madeUp: boolean
}

const tasks = (db: Kysely<Database>) =>
  db
    .selectFrom('meeting_task as t')
    .innerJoin('meeting_item as i', 'i.id', 't.item_id')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select([
      't.id',
      't.item_id as itemId',
      'i.meeting_id as meetingId',
      't.person_id as personId',
      'p.name',
      't.what',
      't.due_on as dueOn',
      't.done_at as doneAt',
      'i.title',
      't.made_up as madeUp',
    ])
    .orderBy('t.due_on')
    .orderBy('t.id')

/** The tasks of a meeting. */
export function listTasks(db: Kysely<Database>, meetingId: number): Promise<Task[]> {
  return tasks(db).where('i.meeting_id', '=', meetingId).execute()
}

/** Every task that is not done, or one person's. */
export function listOpenTasks(db: Kysely<Database>, personId?: number): Promise<Task[]> {
  const open = tasks(db).where('t.done_at', 'is', null)
  return (personId === undefined ? open : open.where('t.person_id', '=', personId)).execute()
}

export function findTask(db: Kysely<Database>, id: number): Promise<Task | undefined> {
  return tasks(db).where('t.id', '=', id).executeTakeFirst()
}

export type ItemFile = Selectable<BoardTables['meeting_item_file']>

/** The documents of a meeting's items. */
export function listFiles(db: Kysely<Database>, meetingId: number): Promise<ItemFile[]> {
  return db
    .selectFrom('meeting_item_file as f')
    .innerJoin('meeting_item as i', 'i.id', 'f.item_id')
    .where('i.meeting_id', '=', meetingId)
    .selectAll('f')
    .orderBy('f.id')
    .execute()
}

export function findFile(
  db: Kysely<Database>,
  itemId: number,
  fileId: number,
): Promise<(KeptFile & { name: string; mediaType: string }) | undefined> {
  return db
    .selectFrom('meeting_item_file as f')
    .innerJoin('meeting_item_file_content as c', 'c.file_id', 'f.id')
    .where('f.id', '=', fileId)
    .where('f.item_id', '=', itemId)
    .select(['f.name', 'f.media_type as mediaType', 'c.content as inside', 'c.content_sha256 as outside'])
    .executeTakeFirst()
}

/** What stands undecided on the agenda of a meeting that is not over. */
export async function listScheduled(db: Kysely<Database>): Promise<{ kind: string; id: string }[]> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select i.business_kind as kind, i.business_id as id from meeting_item i join meeting m on m.id = i.meeting_id
    where m.organ = 'board' and m.state in ('planned', 'called', 'open') and i.paragraph is null
      and i.business_kind is not null`.execute(db)
  return rows
}

/** A decision that everyone may read. */
export interface PublicDecision {
  id: number
  meetingId: number
  paragraph: number
  title: string
  decision: string
  madeUp: boolean
}

/** What the board has decided at meetings whose minutes are approved, the latest first. */
export async function listPublicDecisions(db: Kysely<Database>): Promise<PublicDecision[]> {
  const { rows } = await sql<PublicDecision>`
    select i.id, m.id as "meetingId", i.paragraph, i.title, i.decision, i.made_up or m.made_up as "madeUp"
    from meeting_item i join meeting m on m.id = i.meeting_id
    where m.organ = 'board' and m.state = 'approved' and i.paragraph is not null and i.standing is null and i.open_to_all
    order by m.held_on desc, i.paragraph`.execute(db)
  return rows
}
