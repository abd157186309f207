import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Meeting, MeetingItem } from '../queries.ts'
import { currentItem } from './asking.ts'
import { inSpeakingOrder } from './rules/speaking.ts'
import { listSpoken, listWaiting, type Speaker } from './speaking-queries.ts'

/** The speaking list in the order in which people get the floor, for the chair, the phones and the projector. */
export async function loadSpeakers(
  db: Kysely<Database>,
  meeting: Meeting,
  items: MeetingItem[],
): Promise<Speaker[]> {
  const current = currentItem(meeting, items)
  const [waiting, spoken] = await Promise.all([
    listWaiting(db, meeting.id),
    listSpoken(db, current?.id ?? null),
  ])
  return inSpeakingOrder(waiting, spoken)
}
