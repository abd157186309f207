import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Organ } from '#platform/http/business.ts'
import type { ItemKind, MeetingForm, MeetingState, Standing } from './tables.ts'

/** A meeting of the board, or an annual meeting. */
export interface Meeting {
  id: number
  organ: Organ
  extra: boolean
  /** `YYYY-MM-DD`. */
  heldOn: string
  startsAt: Date | null
  title: string
  place: string
  form: MeetingForm
  onlineAddress: string
  state: MeetingState
  /** Set when the meeting is called; it stands under these. */
  statutesId: string | null
  calledAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  /** Of an annual meeting: when its documents were opened to all. */
  documentsPublishedAt: Date | null
  /** When its voting roll was frozen. */
  rollFrozenAt: Date | null
  endsAt: Date | null
  cancelReason: string
  /** The notice was late, and everyone has agreed to hold the meeting all the same. */
  lateNoticeAgreed: boolean
  /** Who came later or left earlier, in words. */
  attendanceNote: string
  version: number
  madeUp: boolean
}

/** An item of a meeting's agenda, with what was decided. */
export interface MeetingItem {
  id: number
  meetingId: number
  ordinal: number
  title: string
  /** The basis, in Markdown. */
  text: string
  kind: ItemKind
  /** A formality of every board meeting. */
  standing: Standing | null
  /** Whether the decision stands in the list that everyone may read. */
  openToAll: boolean
  /** What it decides in another house. */
  business: { kind: string; id: string } | null
  outcome: string | null
  decision: string
  paragraph: number | null
  decidedAt: Date | null
  version: number
  madeUp: boolean
}

function meetingOf(row: Selectable<Database['meeting']>): Meeting {
  return {
    id: row.id,
    organ: row.organ,
    extra: row.extra,
    heldOn: row.held_on,
    startsAt: row.starts_at,
    title: row.title,
    place: row.place,
    form: row.form,
    onlineAddress: row.online_address,
    state: row.state,
    statutesId: row.statutes_id,
    calledAt: row.called_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    documentsPublishedAt: row.documents_published_at,
    rollFrozenAt: row.roll_frozen_at,
    endsAt: row.ends_at,
    cancelReason: row.cancel_reason,
    lateNoticeAgreed: row.late_notice_agreed,
    attendanceNote: row.attendance_note,
    version: row.version,
    madeUp: row.made_up,
  }
}

function itemOf(row: Selectable<Database['meeting_item']>): MeetingItem {
  const { business_kind: kind, business_id: id } = row
  return {
    id: row.id,
    meetingId: row.meeting_id,
    ordinal: row.ordinal,
    title: row.title,
    text: row.text,
    kind: row.kind,
    standing: row.standing,
    openToAll: row.open_to_all,
    business: kind !== null && id !== null ? { kind, id } : null,
    outcome: row.outcome,
    decision: row.decision,
    paragraph: row.paragraph,
    decidedAt: row.decided_at,
    version: row.version,
    madeUp: row.made_up,
  }
}

/** The meetings of an organ, the newest first. */
export async function listMeetings(db: Kysely<Database>, organ: Organ): Promise<Meeting[]> {
  const rows = await db
    .selectFrom('meeting')
    .where('organ', '=', organ)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .selectAll()
    .execute()
  return rows.map(meetingOf)
}

export async function findMeeting(db: Kysely<Database>, id: number): Promise<Meeting | undefined> {
  const row = await db.selectFrom('meeting').where('id', '=', id).selectAll().executeTakeFirst()
  return row && meetingOf(row)
}

/** The ordinary annual meeting of a year. */
export async function findAnnualMeeting(db: Kysely<Database>, year: number): Promise<Meeting | undefined> {
  const row = await db
    .selectFrom('meeting')
    .where('organ', '=', 'annual-meeting')
    .where('extra', '=', false)
    .where('state', '<>', 'cancelled')
    .where(sql`extract(year from held_on)`, '=', year)
    .selectAll()
    .executeTakeFirst()
  return row && meetingOf(row)
}

/** The agenda of a meeting, in order. */
export async function listItems(db: Kysely<Database>, meetingId: number): Promise<MeetingItem[]> {
  const rows = await db
    .selectFrom('meeting_item')
    .where('meeting_id', '=', meetingId)
    .orderBy('ordinal')
    .selectAll()
    .execute()
  return rows.map(itemOf)
}

export async function findItem(db: Kysely<Database>, id: number): Promise<MeetingItem | undefined> {
  const row = await db.selectFrom('meeting_item').where('id', '=', id).selectAll().executeTakeFirst()
  return row && itemOf(row)
}

/** Holds a meeting until the transaction ends, so that its agenda and decisions are changed by one at a time. */
export async function lockMeeting(trx: Transaction<Database>, id: number): Promise<Meeting> {
  const row = await trx
    .selectFrom('meeting')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow()
  return meetingOf(row)
}
