import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Use } from '#domains/key-figures/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { Departure } from './rules/due.ts'

export interface Setting extends Departure {
  releasedUntil: Date | null
}

/** When notices leave. */
export async function findSetting(db: Kysely<Database>): Promise<Setting> {
  const row = await db.selectFrom('recall_setting').selectAll().executeTakeFirstOrThrow()
  return { afterDays: row.leave_after_days, atHour: row.leave_at_hour, releasedUntil: row.released_until }
}

export async function saveDeparture(
  trx: Transaction<Database>,
  { afterDays, atHour }: Departure,
): Promise<void> {
  await trx
    .updateTable('recall_setting')
    .set({ leave_after_days: afterDays, leave_at_hour: atHour })
    .execute()
}

/** Lets everything that was corrected until a moment leave at once. */
export async function release(trx: Transaction<Database>, until: Date): Promise<void> {
  await trx.updateTable('recall_setting').set({ released_until: until }).execute()
}

/** Something that a confirmed follow `f` is about was corrected after it was seen, until a moment. */
const isMet = (until: Date) => sql`f.confirmed_at is not null and f.seen_at < ${until} and exists (
  select from follow_scope s cross join lateral key_figure_corrections(f.seen_at, ${until}) c
  where s.follow_id = f.id and (s.key_figure_id is null or s.key_figure_id = c.key_figure_id)
    and (s.organisation_code is null or s.organisation_code = c.organisation_code)
    and (s.year is null or s.year = c.year))`

/** Followers who are to be told of what was corrected until a moment. */
export async function listFollowersToTell(db: Kysely<Database>, until: Date): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct f.follower_id as id from follow f where ${isMet(until)} order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

export interface Receiver {
  id: number
  personId: number | null
  /** Null when the person has no address, or one that the mail server refused. */
  email: string | null
  language: Language
}

/** Takes a follower for telling; undefined while another worker has it, or when it is gone. */
export async function lockFollower(trx: Transaction<Database>, id: number): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`
    select f.id, f.person_id as "personId", case when f.person_id is null then f.email
      when p.email_failed_at is null and p.erased_at is null then p.email end as email,
      coalesce(p.language, f.language) as language
    from follower f left join person p on p.id = f.person_id
    where f.id = ${id} for update of f skip locked`.execute(trx)
  return rows[0]
}

/** Notes that a follower has been told of everything until a moment. */
export async function markSeen(trx: Transaction<Database>, followerId: number, until: Date): Promise<void> {
  await trx
    .updateTable('follow')
    .set({ seen_at: until })
    .where('follower_id', '=', followerId)
    .where('confirmed_at', 'is not', null)
    .where('seen_at', '<', until)
    .execute()
}

/** Moves those whom nothing concerned on, so that what is still to come is compared with what stands now. */
export async function moveOn(trx: Transaction<Database>, until: Date): Promise<void> {
  await sql`
    update follow f set seen_at = ${until}
    where f.confirmed_at is not null and f.seen_at < ${until} and not (${isMet(until)})`.execute(trx)
}

export interface NoticePart {
  day: string
  kind: Use
  corrections: number
}

export async function insertNotice(
  trx: Transaction<Database>,
  { followerId, until, parts }: { followerId: number; until: Date; parts: NoticePart[] },
): Promise<void> {
  const { id } = await trx
    .insertInto('recall_notice')
    .values({ follower_id: followerId, until })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('recall_notice_part')
    .values(parts.map((part) => ({ notice_id: id, ...part })))
    .execute()
}

/** How many were told of each day's corrections, by how they use the values. */
export async function countTold(
  db: Kysely<Database>,
): Promise<{ day: string; kind: Use; followers: number }[]> {
  const { rows } = await sql<{ day: string; kind: Use; followers: number }>`
    select day, kind, count(*)::int as followers from recall_notice_part group by day, kind`.execute(db)
  return rows
}

/** How many follow something, by how they use the values. */
export async function countFollowers(db: Kysely<Database>): Promise<{ kind: Use; followers: number }[]> {
  const { rows } = await sql<{ kind: Use; followers: number }>`
    select kind, count(distinct follower_id)::int as followers from follow
    where confirmed_at is not null group by kind`.execute(db)
  return rows
}
