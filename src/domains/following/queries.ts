import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** An organisation or a key figure that can be followed. */
export type Followable = { code: string } | { figureId: string }

/** One thing that somebody follows; `own` when it is so because the person has a role there. */
export interface FollowedThing {
  code: string | null
  figureId: string | null
  own: boolean
}

/** Municipalities and regions where a person has a role on a day. */
const ownCodes = (personId: number, today: string) => sql`
  select distinct a.organisation_code from appointment a
  join organisation o on o.code = a.organisation_code and o.kind in ('municipality', 'region')
  where a.person_id = ${personId} and a.since <= ${today} and (a.until is null or a.until > ${today})`

/** What somebody follows: what was chosen, and the own organisations unless stopped. */
export async function listFollowed(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<FollowedThing[]> {
  const { rows } = await sql<FollowedThing>`
    select organisation_code as code, key_figure_id as "figureId", false as own from following f
    where person_id = ${personId} and not stopped and not exists (
      select from (${ownCodes(personId, today)}) mine where mine.organisation_code = f.organisation_code)
    union all
    select organisation_code, null, true from (${ownCodes(personId, today)}) mine
    where not exists (select from following f where f.person_id = ${personId}
      and f.organisation_code = mine.organisation_code and f.stopped)`.execute(db)
  return rows
}

export async function follow(trx: Transaction<Database>, personId: number, thing: Followable): Promise<void> {
  await trx
    .insertInto('following')
    .values({ person_id: personId, ...columnsOf(thing) })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'organisation_code', 'key_figure_id'])
        .doUpdateSet({ stopped: false, since: new Date() })
        .where('following.stopped', '=', true),
    )
    .execute()
}

/** Stops following; of an own organisation it is kept that the person wants it so. */
export async function unfollow(
  trx: Transaction<Database>,
  personId: number,
  thing: Followable,
  today: string,
): Promise<void> {
  const { organisation_code: code, key_figure_id: figureId } = columnsOf(thing)
  await trx
    .deleteFrom('following')
    .where('person_id', '=', personId)
    .where('organisation_code', 'is not distinct from', code)
    .where('key_figure_id', 'is not distinct from', figureId)
    .where('stopped', '=', false)
    .execute()
  await sql`
    insert into following (person_id, organisation_code, stopped)
    select ${personId}, organisation_code, true from (${ownCodes(personId, today)}) mine
    where organisation_code = ${code} on conflict do nothing`.execute(trx)
}

function columnsOf(thing: Followable) {
  return 'code' in thing
    ? { organisation_code: thing.code, key_figure_id: null }
    : { organisation_code: null, key_figure_id: thing.figureId }
}

/** What a person follows, for everything held about them. */
export async function readPersonalFollowing(db: Kysely<Database>, personId: number): Promise<object> {
  const { rows: things } = await sql<object>`
    select organisation_code, key_figure_id, since, stopped from following where person_id = ${personId}
    order by since`.execute(db)
  const digest = await db
    .selectFrom('following_digest')
    .select(['rhythm', 'told_until'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return { things, digest: digest ?? null }
}

export async function eraseFollowing(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('following').where('person_id', '=', personId).execute()
  await trx.deleteFrom('following_digest').where('person_id', '=', personId).execute()
}
