import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Extent, Use, ValueScope } from '#domains/key-figures/index.ts'
import type { Language } from '#platform/i18n.ts'

/** Whom a follow is for: somebody with an account, or an address alone. */
export interface Whom {
  personId: number | null
  email: string
}

/**
 * The follower for somebody. An address that turns out to belong to a person becomes that person's, so that nobody
 * is told twice.
 */
export async function findOrAddFollower(
  trx: Transaction<Database>,
  whom: Whom,
  language: Language,
): Promise<number> {
  const { personId, email } = whom
  if (personId === null) {
    const { rows } = await sql<{ id: number }>`
      insert into follower (email, language) values (${email}, ${language})
      on conflict (lower(email)) do update set email = follower.email returning id`.execute(trx)
    return rows[0]?.id ?? 0
  }
  const { id } = await trx
    .insertInto('follower')
    .values({ person_id: personId, email: null, language })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ language }))
    .returning('id')
    .executeTakeFirstOrThrow()
  // What was followed by the address alone goes over, but for what the person follows already.
  await sql`
    update follow f set follower_id = ${id} from follower other
    where f.follower_id = other.id and lower(other.email) = lower(${email}) and f.confirmed_at is not null
      and not exists (select from follow mine where mine.follower_id = ${id} and mine.kind = f.kind
        and mine.extent = f.extent and mine.address = f.address and mine.place = f.place)`.execute(trx)
  await sql`delete from follower where lower(email) = lower(${email})`.execute(trx)
  return id
}

export interface NewFollow {
  followerId: number
  kind: Use
  extent: Extent
  address: string
  place: string
  seenAt: Date | string
  scopes: Required<ValueScope>[]
  confirmed: boolean
}

/** Adds what somebody follows, or finds it again. Gives its id. */
export async function addFollow(trx: Transaction<Database>, follow: NewFollow): Promise<number> {
  const { followerId, kind, extent, address, place, seenAt, scopes, confirmed } = follow
  const { rows } = await sql<{ id: number }>`
    insert into follow (follower_id, kind, extent, address, place, seen_at, confirmed_at)
    values (${followerId}, ${kind}, ${extent}, ${address}, ${place}, ${seenAt}, case when ${confirmed} then now() end)
    on conflict (follower_id, kind, extent, address, place) do update
      set asked_at = now(), confirmed_at = coalesce(follow.confirmed_at, excluded.confirmed_at)
    returning id`.execute(trx)
  const id = rows[0]?.id ?? 0
  await sql`
    insert into follow_scope (follow_id, key_figure_id, organisation_code, year)
    select ${id}::bigint, "figureId", code, year
    from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb) as s ("figureId" text, code text, year integer)
    on conflict do nothing`.execute(trx)
  return id
}

/** Confirms what was asked for from an address. Gives whose it is; undefined when it is gone. */
export async function confirmFollow(trx: Transaction<Database>, id: number): Promise<number | undefined> {
  const row = await trx
    .updateTable('follow')
    .set({ confirmed_at: sql<Date>`coalesce(confirmed_at, now())` })
    .where('id', '=', id)
    .returning('follower_id')
    .executeTakeFirst()
  return row?.follower_id
}

export interface Follow {
  id: number
  kind: Use
  extent: Extent
  address: string
  place: string
  seenAt: Date
  askedAt: Date
  scopes: Required<ValueScope>[]
}

/** What somebody follows and has confirmed, newest first. */
export async function listFollows(db: Kysely<Database>, followerId: number): Promise<Follow[]> {
  const { rows } = await sql<Follow>`
    select f.id, f.kind, f.extent, f.address, f.place, f.seen_at as "seenAt", f.asked_at as "askedAt",
      (select coalesce(json_agg(json_build_object('figureId', s.key_figure_id, 'code', s.organisation_code,
        'year', s.year)), '[]') from follow_scope s where s.follow_id = f.id) as scopes
    from follow f where f.follower_id = ${followerId} and f.confirmed_at is not null
    order by f.asked_at desc, f.id desc`.execute(db)
  return rows
}

export async function countFollows(db: Kysely<Database>, followerId: number): Promise<number> {
  const { count } = await db
    .selectFrom('follow')
    .where('follower_id', '=', followerId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether there still is such a follower, for a link that never runs out. */
export async function isFollower(db: Kysely<Database>, id: number): Promise<boolean> {
  const row = await db.selectFrom('follower').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function findFollowerOfPerson(db: Kysely<Database>, personId: number): Promise<number | null> {
  const row = await db
    .selectFrom('follower')
    .select('id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Stops one thing that somebody follows. A follower of nothing is forgotten, with the address. */
export async function stopFollow(trx: Transaction<Database>, followerId: number, id: number): Promise<void> {
  await trx.deleteFrom('follow').where('follower_id', '=', followerId).where('id', '=', id).execute()
  const left = await countFollows(trx, followerId)
  if (left === 0) await stopAll(trx, followerId)
}

/** Stops everything and forgets the follower; what still waits to be sent is not wanted either. */
export async function stopAll(trx: Transaction<Database>, followerId: number): Promise<void> {
  await sql`
    update mail m set given_up_at = now(), failure = 'unsubscribed'
    from follower f left join person p on p.id = f.person_id
    where f.id = ${followerId} and m.kind = 'recall' and lower(m.recipient) = lower(coalesce(p.email, f.email))
      and m.sent_at is null and m.given_up_at is null and m.claimed_at is null and m.handed_at is null`.execute(
    trx,
  )
  await trx.deleteFrom('follower').where('id', '=', followerId).execute()
}

/** Days after which what nobody confirmed is forgotten; the privacy page says the same. */
export const unconfirmedDays = 3

/** Forgets what was never confirmed, addresses that nobody confirmed, and those that a mail server refused. */
export async function forgetUnconfirmed(trx: Transaction<Database>): Promise<void> {
  await sql`delete from follow where confirmed_at is null and asked_at < now() - make_interval(days => ${unconfirmedDays})`.execute(
    trx,
  )
  await sql`
    delete from follower f where not exists (select from follow w where w.follower_id = f.id)
      or (f.person_id is null and exists (select from mail m where m.kind in ('recall', 'follow')
        and lower(m.recipient) = lower(f.email) and m.given_up_at is not null and m.failure <> 'unsubscribed'))`.execute(
    trx,
  )
}

/** What a person follows, for everything held about them. */
export async function readPersonalFollows(db: Kysely<Database>, personId: number): Promise<object[]> {
  const { rows } = await sql<object>`
    select w.kind, w.extent, w.address, w.place, w.asked_at, w.confirmed_at
    from follow w join follower f on f.id = w.follower_id where f.person_id = ${personId}
    order by w.id`.execute(db)
  return rows
}

export async function eraseFollower(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('follower').where('person_id', '=', personId).execute()
}
