import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Something that happened with a motion: it was opened to all, or decided. */
export interface MotionNews {
  id: number
  meetingId: number
  extra: boolean
  heldOn: string
  organisationName: string
  title: string
  outcome: string | null
  at: Date
  madeUp: boolean
}

/** What has happened with motions of these organisations since a time, the newest first. */
export async function listMotionsSince(
  db: Kysely<Database>,
  organisationCodes: string[],
  since: Date,
): Promise<MotionNews[]> {
  const { rows } = await sql<MotionNews>`
    select o.id, o.meeting_id as "meetingId", m.extra, m.held_on as "heldOn", g.name as "organisationName", o.title,
      h.outcome, h.at, o.made_up as "madeUp"
    from motion o join meeting m on m.id = o.meeting_id join organisation g on g.code = o.organisation_code
    cross join lateral (
      select null as outcome, m.documents_published_at as at
      union all
      select o.outcome, i.decided_at from meeting_item i
      where i.business_kind = 'motion' and i.business_id = o.id::text and i.meeting_id = m.id) as h
    where o.withdrawn_at is null and m.documents_published_at is not null
      and o.organisation_code = any(${organisationCodes}) and h.at > ${since}
    order by h.at desc limit 50`.execute(db)
  return rows
}
