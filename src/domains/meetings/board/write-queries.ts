import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { ItemKind, MeetingForm, MeetingState, Standing } from '../tables.ts'
import type { Show } from './rules/show.ts'
import type { Capacity } from './tables.ts'

/** When, where and how a meeting is held. */
export interface MeetingPlan {
  heldOn: string
  startsAt: Date | null
  endsAt: Date | null
  title: string
  place: string
  form: MeetingForm
  onlineAddress: string
}

const rowOf = ({ heldOn, startsAt, endsAt, title, place, form, onlineAddress }: MeetingPlan) => ({
  held_on: heldOn,
  starts_at: startsAt,
  ends_at: endsAt,
  title,
  place,
  form,
  online_address: onlineAddress,
})

export async function insertMeeting(trx: Transaction<Database>, plan: MeetingPlan): Promise<number> {
  const { id } = await trx
    .insertInto('meeting')
    .values({ ...rowOf(plan), organ: 'board' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateMeeting(
  trx: Transaction<Database>,
  id: number,
  plan: MeetingPlan,
): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ ...rowOf(plan), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Moves a meeting on to a state, with what belongs to it. */
export async function setState(
  trx: Transaction<Database>,
  id: number,
  state: MeetingState,
  set: {
    called_at?: Date
    opened_at?: Date
    closed_at?: Date
    statutes_id?: string
    late_notice_agreed?: boolean
    cancel_reason?: string
    recalled_at?: Date
  } = {},
): Promise<void> {
  await trx
    .updateTable('meeting')
    .set({ ...set, state, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export interface NewItem {
  title: string
  text: string
  kind: ItemKind
  standing?: Standing | null
  business?: { kind: string; id: string } | null
  openToAll?: boolean
  madeUp?: boolean
}

/** Adds items at the end of an agenda. */
export async function insertItems(
  trx: Transaction<Database>,
  meetingId: number,
  items: NewItem[],
): Promise<void> {
  if (items.length === 0) return
  const { last } = await trx
    .selectFrom('meeting_item')
    .where('meeting_id', '=', meetingId)
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('meeting_item')
    .values(
      items.map(
        ({ title, text, kind, standing = null, business = null, openToAll = true, madeUp = false }, at) => ({
          meeting_id: meetingId,
          ordinal: (last ?? 0) + 1 + at,
          title,
          text,
          kind,
          standing,
          business_kind: business?.kind ?? null,
          business_id: business?.id ?? null,
          open_to_all: openToAll,
          made_up: madeUp,
        }),
      ),
    )
    .execute()
}

/** Puts items in an order; the database looks at the whole when the transaction ends. */
export async function orderItems(trx: Transaction<Database>, ids: readonly number[]): Promise<void> {
  await sql`
    update meeting_item i set ordinal = o.ordinal from unnest(${[...ids]}::bigint[]) with ordinality as o (id, ordinal)
    where i.id = o.id and i.ordinal <> o.ordinal`.execute(trx)
}

/** Changes an item of which nothing is decided. False when somebody else has changed it. */
export async function updateItem(
  trx: Transaction<Database>,
  item: { id: number; version: number; title: string; text: string; kind: ItemKind; openToAll: boolean },
): Promise<boolean> {
  const { id, version, title, text, kind, openToAll } = item
  const { numUpdatedRows } = await trx
    .updateTable('meeting_item')
    .set({ title, text, kind, open_to_all: openToAll, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('paragraph', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes an item off the agenda. False when it is decided. */
export async function deleteItem(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('meeting_item')
    .where('id', '=', id)
    .where('paragraph', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Notes who is present, in place of what was noted before. */
export async function replaceAttendance(
  trx: Transaction<Database>,
  meetingId: number,
  present: { personId: number | null; name: string; capacity: Capacity; inPlaceOf: number | null }[],
): Promise<void> {
  await trx.deleteFrom('board_attendance').where('meeting_id', '=', meetingId).execute()
  if (present.length === 0) return
  await trx
    .insertInto('board_attendance')
    .values(
      present.map(({ personId, name, capacity, inPlaceOf }) => ({
        meeting_id: meetingId,
        person_id: personId,
        name: personId === null ? name : '',
        capacity,
        in_place_of: inPlaceOf,
      })),
    )
    .execute()
}

/**
 * Gives a decision the next number of the year. Whoever decides at another meeting of the year waits; a decision that is
 * undone by a fault gives its number back.
 */
export async function takeParagraph(
  trx: Transaction<Database>,
  year: number,
  itemId: number,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('board_paragraph'), ${year})`.execute(trx)
  const { rows } = await sql<{ number: number }>`
    insert into board_paragraph (year, number, item_id)
    select ${year}, coalesce(max(number), 0) + 1, ${itemId} from board_paragraph where year = ${year}
    returning number`.execute(trx)
  const [taken] = rows
  if (!taken) throw new Error('No number was given.')
  return taken.number
}

/** Writes down what was decided. */
export async function recordDecision(
  trx: Transaction<Database>,
  decided: {
    itemId: number
    outcome: string
    decision: string
    paragraph: number
    openToAll: boolean
    now: Date
    show: Show | null
  },
): Promise<void> {
  const { itemId, outcome, decision, paragraph, openToAll, now, show } = decided
  await trx
    .updateTable('meeting_item')
    .set({
      outcome,
      decision,
      paragraph,
      open_to_all: openToAll,
      decided_at: now,
      version: sql`version + 1`,
    })
    .where('id', '=', itemId)
    .execute()
  if (!show) return
  await trx
    .insertInto('meeting_item_show')
    .values({
      item_id: itemId,
      in_favour: show.inFavour,
      against: show.against,
      abstained: show.abstained,
      tie_broken_by: show.tieBrokenBy,
    })
    .execute()
}

/** Mends the wording of a decision while the minutes are a draft; the number and the outcome stay. */
export async function rewordDecision(
  trx: Transaction<Database>,
  item: { id: number; version: number; decision: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('meeting_item')
    .set({ decision: item.decision, version: item.version + 1 })
    .where('id', '=', item.id)
    .where('version', '=', item.version)
    .where('paragraph', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that somebody is partial (jäv) in an item. */
export async function insertPartial(
  trx: Transaction<Database>,
  partial: { itemId: number; personId: number; reason: string },
): Promise<void> {
  await trx
    .insertInto('meeting_item_partial')
    .values({ item_id: partial.itemId, person_id: partial.personId, reason: partial.reason })
    .onConflict((known) => known.columns(['item_id', 'person_id']).doUpdateSet({ reason: partial.reason }))
    .execute()
}

export async function insertReservation(
  trx: Transaction<Database>,
  reservation: { itemId: number; personId: number; text: string },
): Promise<void> {
  const { itemId, personId, text } = reservation
  await trx
    .insertInto('meeting_item_reservation')
    .values({ item_id: itemId, person_id: personId, text })
    .onConflict((known) => known.columns(['item_id', 'person_id']).doUpdateSet({ text }))
    .execute()
}

export async function insertTask(
  trx: Transaction<Database>,
  task: { itemId: number; personId: number; what: string; dueOn: string },
): Promise<void> {
  await trx
    .insertInto('meeting_task')
    .values({ item_id: task.itemId, person_id: task.personId, what: task.what, due_on: task.dueOn })
    .execute()
}

export async function finishTask(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('meeting_task')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

/** Keeps a document with an item. `file-twice`: the very same is there already. */
export async function insertFile(
  trx: Transaction<Database>,
  file: {
    itemId: number
    name: string
    mediaType: string
    standard: string
    sha256: string
    content: Buffer
    uploadedBy: number
  },
): Promise<'done' | 'file-twice'> {
  const row = await trx
    .insertInto('meeting_item_file')
    .values({
      item_id: file.itemId,
      name: file.name,
      media_type: file.mediaType,
      standard: file.standard,
      size: file.content.length,
      sha256: file.sha256,
      uploaded_by: file.uploadedBy,
    })
    .onConflict((known) => known.columns(['item_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return 'file-twice'
  await trx
    .insertInto('meeting_item_file_content')
    .values({ file_id: row.id, content: file.content })
    .execute()
  return 'done'
}

export async function deleteFile(
  trx: Transaction<Database>,
  itemId: number,
  fileId: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('meeting_item_file')
    .where('id', '=', fileId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
