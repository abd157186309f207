import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type View, viewSchema } from './view.ts'

/** A reviewer's view with its name; given, or still a draft. */
export interface Review {
  personId: number
  name: string
  view: View
  givenAt: Date | null
}

/** The views of an application, those given first. */
export async function listReviews(db: Kysely<Database>, applicationId: number): Promise<Review[]> {
  const { rows } = await sql<Omit<Review, 'view'> & { view: unknown }>`
    select r.person_id as "personId", p.name, r.answers as view, r.given_at as "givenAt"
    from application_review r join person p on p.id = r.person_id
    where r.application_id = ${applicationId} order by r.given_at nulls last, p.name`.execute(db)
  return rows.map((row) => ({ ...row, view: viewSchema.parse(row.view) }))
}

/** Saves a view; a given one stays given. False when the expert group is done with the application. */
export async function saveReview(
  trx: Transaction<Database>,
  review: { applicationId: number; personId: number; view: View; give: boolean },
): Promise<boolean> {
  const { applicationId, personId, view, give } = review
  // Whoever recommends at this moment waits, or is waited for.
  const open = await trx
    .selectFrom('application')
    .where('id', '=', applicationId)
    .where('state', '=', 'in-review')
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  if (!open) return false
  await sql`
    insert into application_review (application_id, person_id, answers, given_at)
    values (${applicationId}, ${personId}, ${JSON.stringify(view)}, ${give ? sql`now()` : null})
    on conflict (application_id, person_id) do update set answers = excluded.answers, changed_at = now(),
      given_at = coalesce(excluded.given_at, application_review.given_at)`.execute(trx)
  return true
}

/** How many views of each application are given. */
export async function countGiven(db: Kysely<Database>): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; given: number }>`
    select application_id as id, count(*)::int as given from application_review
    where given_at is not null group by 1`.execute(db)
  return new Map(rows.map(({ id, given }) => [id, given]))
}

/** How far one reviewer has come with each application. */
export async function listOwnStates(
  db: Kysely<Database>,
  personId: number,
): Promise<Map<number, 'draft' | 'given' | 'conflict'>> {
  const { rows } = await sql<{ id: number; state: 'draft' | 'given' | 'conflict' }>`
    select application_id as id, case when given_at is null then 'draft' else 'given' end as state
    from application_review where person_id = ${personId}
    union all select application_id, 'conflict' from application_conflict where person_id = ${personId}`.execute(
    db,
  )
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** How many members of the expert group are free of conflict in an application. */
export async function countFreeReviewers(
  db: Kysely<Database>,
  partial: readonly number[],
  today: string,
): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    select count(distinct a.person_id)::int as free from appointment a
    join organisation o on o.code = a.organisation_code and o.kind = 'association'
    where a.role = 'expert-group' and a.since <= ${today} and (a.until is null or a.until > ${today})
      and a.person_id <> all(${[...partial]}::bigint[])`.execute(db)
  return rows[0]?.free ?? 0
}

/** Counts up the reminders of an application, if nobody else has done so. False: somebody else reminds already. */
export async function claimReviewReminder(
  trx: Transaction<Database>,
  applicationId: number,
  sent: number,
): Promise<boolean> {
  const { rows } = await sql`
    update application set review_reminders = review_reminders + 1
    where id = ${applicationId} and state = 'in-review' and review_reminders = ${sent} returning id`.execute(
    trx,
  )
  return rows.length > 0
}
