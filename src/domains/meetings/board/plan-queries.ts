import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MeetingForm, MeetingState } from '../tables.ts'
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

/** Notes who is present and who came or left meanwhile, in place of what was noted before. */
export async function replaceAttendance(
  trx: Transaction<Database>,
  meetingId: number,
  present: { personId: number | null; name: string; capacity: Capacity; inPlaceOf: number | null }[],
  note = '',
): Promise<void> {
  await trx.updateTable('meeting').set({ attendance_note: note }).where('id', '=', meetingId).execute()
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
